package guichet.token.introspection;

import guichet.token.client.AuthenticatedClient;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** An introspection answer as a JWT, RFC 9701 §5. */
@ApplicationScoped
class SignedIntrospection {
    static final String MEDIA_TYPE = "application/token-introspection+jwt";
    private static final String TYPE = "token-introspection+jwt";

    private final Clock clock;
    private final KeyRing keys;
    private final String issuer;

    SignedIntrospection(
            Clock clock, KeyRing keys, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Signs an answer for the client that asked, by the algorithm that it registered. */
    String sign(Map<String, Object> answer, AuthenticatedClient caller) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(caller.id());
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setClaim("token_introspection", answer);
        return keys.sign(claims, TYPE, caller.introspectionAlgorithm());
    }
}
