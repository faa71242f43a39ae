package guichet.token.identity;

import guichet.oauth.OpaqueToken;
import guichet.token.grant.Grant;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;

/** Issues ID tokens, OpenID Connect Core §2. */
@ApplicationScoped
public class IdTokens {
    static final String TYPE = "JWT";

    private final KeyRing keys;
    private final Duration lifetime;

    IdTokens(
            KeyRing keys,
            @ConfigProperty(name = "guichet.token.id-token-lifetime") Duration lifetime) {
        this.keys = keys;
        this.lifetime = lifetime;
    }

    /**
     * An ID token for the client of the grant.
     *
     * @param accessToken that comes with it, if one does, named by {@code at_hash}, §3.1.3.6
     * @param algorithm that the client registered
     */
    public String issue(
            Grant grant,
            Optional<OpaqueToken> accessToken,
            String algorithm,
            IdTokenContent content) {
        var claims = new JwtClaims();
        // First, so that nothing a person can change stands for what the server says.
        content.claims().forEach(claims::setClaim);
        claims.setSubject(grant.subject());
        claims.setAudience(grant.clientId());
        claims.setStringClaim("azp", grant.clientId());
        accessToken.ifPresent(
                it -> claims.setStringClaim("at_hash", AccessTokenHash.of(it, algorithm)));
        content.nonce().ifPresent(nonce -> claims.setStringClaim("nonce", nonce));
        setAuthentication(claims, grant);
        return keys.sign(claims, lifetime, TYPE, algorithm);
    }

    private static void setAuthentication(JwtClaims claims, Grant grant) {
        claims.setClaim("auth_time", grant.authTime().getEpochSecond());
        claims.setStringListClaim("amr", grant.amr());
        grant.acr().ifPresent(acr -> claims.setStringClaim("acr", acr));
        grant.sid().ifPresent(sid -> claims.setStringClaim("sid", sid.toString()));
    }
}
