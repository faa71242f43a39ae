package guichet.token.identity;

import guichet.oauth.OpaqueToken;
import guichet.token.grant.Grant;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Issues ID tokens, OpenID Connect Core §2. */
@ApplicationScoped
public class IdTokens {
    static final String TYPE = "JWT";

    private final Clock clock;
    private final KeyRing keys;
    private final String issuer;
    private final Duration lifetime;

    IdTokens(
            Clock clock,
            KeyRing keys,
            @ConfigProperty(name = "guichet.issuer") String issuer,
            @ConfigProperty(name = "guichet.token.id-token-lifetime") Duration lifetime) {
        this.clock = clock;
        this.keys = keys;
        this.issuer = issuer;
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
        Instant now = clock.instant();
        claims.setIssuer(issuer);
        claims.setSubject(grant.subject());
        claims.setAudience(grant.clientId());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        claims.setStringClaim("azp", grant.clientId());
        accessToken.ifPresent(
                it -> claims.setStringClaim("at_hash", AccessTokenHash.of(it, algorithm)));
        content.nonce().ifPresent(nonce -> claims.setStringClaim("nonce", nonce));
        setAuthentication(claims, grant);
        return keys.sign(claims, TYPE, algorithm);
    }

    private static void setAuthentication(JwtClaims claims, Grant grant) {
        claims.setClaim("auth_time", grant.authTime().getEpochSecond());
        claims.setStringListClaim("amr", grant.amr());
        grant.acr().ifPresent(acr -> claims.setStringClaim("acr", acr));
        grant.sid().ifPresent(sid -> claims.setStringClaim("sid", sid.toString()));
    }
}
