package guichet.token.identity;

import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import guichet.resource.VerifiedAccessToken;
import guichet.token.authorization.AuthorizationService;
import guichet.token.grant.Grants;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** What the bearer of an access token is told of its person, OpenID Connect Core §5.3.2. */
@ApplicationScoped
class Userinfo {
    private final Grants grants;
    private final AuthorizationService authorization;
    private final RegisteredClients clients;
    private final KeyRing keys;

    Userinfo(
            Grants grants,
            AuthorizationService authorization,
            RegisteredClients clients,
            KeyRing keys) {
        this.grants = grants;
        this.authorization = authorization;
        this.clients = clients;
        this.keys = keys;
    }

    /**
     * The answer, in the form that the token's client registered.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_token}
     */
    Answer about(VerifiedAccessToken token) {
        RegisteredClient client = clients.find(token.clientId()).orElseThrow(Userinfo::notGood);
        Map<String, Object> claims = claims(token, client.metadata().scope());
        return client.metadata()
                .openId()
                .userinfoSignedResponseAlg()
                .<Answer>map(algorithm -> new Signed(signed(claims, client, algorithm)))
                .orElseGet(() -> new Plain(claims));
    }

    private Map<String, Object> claims(VerifiedAccessToken token, Scope registered) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", token.subject());
        Optional<Map<String, Object>> more =
                token.status()
                        .flatMap(grants::findUnrevoked)
                        .flatMap(grantId ->
                                authorization.claims(grantId, token.scope(), registered));
        more.orElseThrow(Userinfo::notGood).forEach(claims::putIfAbsent);
        return claims;
    }

    /** §5.3.2: a signed answer names who says it and who is told. */
    private String signed(Map<String, Object> claims, RegisteredClient client, String algorithm) {
        var jwt = new JwtClaims();
        claims.forEach(jwt::setClaim);
        jwt.setAudience(client.clientId());
        return keys.sign(jwt, IdTokens.TYPE, algorithm);
    }

    private static RuntimeException notGood() {
        return Reason.ACCESS_TOKEN_NOT_GOOD.refuse(
                "the access token is not one of ours, has expired or was revoked");
    }

    /** An answer in the form that it is sent in. */
    sealed interface Answer {}

    /** As JSON. */
    record Plain(Map<String, Object> claims) implements Answer {}

    /** As a JWT. */
    record Signed(String jwt) implements Answer {}
}
