package guichet.system.openid;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * What the token endpoint gave.
 *
 * @param claims of the ID token, which was found to be good
 */
record Tokens(Reply reply, JWTClaimsSet claims) {
    String accessToken() {
        return reply.text("access_token");
    }

    String refreshToken() {
        return reply.text("refresh_token");
    }

    String idToken() {
        return reply.text("id_token");
    }
}
