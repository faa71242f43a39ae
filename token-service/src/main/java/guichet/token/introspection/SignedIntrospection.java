package guichet.token.introspection;

import guichet.token.client.AuthenticatedClient;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/** An introspection answer as a JWT, RFC 9701 §5. */
@ApplicationScoped
class SignedIntrospection {
    static final String MEDIA_TYPE = "application/token-introspection+jwt";
    private static final String TYPE = "token-introspection+jwt";

    private final KeyRing keys;

    SignedIntrospection(KeyRing keys) {
        this.keys = keys;
    }

    /** Signs an answer for the client that asked, by the algorithm that it registered. */
    String sign(Map<String, Object> answer, AuthenticatedClient caller) {
        var claims = new JwtClaims();
        claims.setAudience(caller.id());
        claims.setClaim("token_introspection", answer);
        return keys.sign(claims, TYPE, caller.introspectionAlgorithm());
    }
}
