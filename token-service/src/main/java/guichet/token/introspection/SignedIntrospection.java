package guichet.token.introspection;

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

    /**
     * Signs an answer.
     *
     * @param audience the client that asked
     */
    String sign(Map<String, Object> answer, String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setClaim("token_introspection", answer);
        return keys.sign(claims, TYPE);
    }
}
