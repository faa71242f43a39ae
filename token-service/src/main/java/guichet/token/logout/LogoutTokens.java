package guichet.token.logout;

import guichet.kit.registry.RegisteredClients;
import guichet.token.key.KeyRing;
import guichet.token.logout.LogoutTokenEndpoint.LogoutNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Issues logout tokens, OpenID Connect Back-Channel Logout 1.0 §2.4. */
@ApplicationScoped
class LogoutTokens {
    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** The most that §2.4 recommends: whoever catches the token has it for two minutes. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final Clock clock;
    private final KeyRing keys;
    private final RegisteredClients clients;
    private final String issuer;

    LogoutTokens(
            Clock clock,
            KeyRing keys,
            RegisteredClients clients,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.keys = keys;
        this.clients = clients;
        this.issuer = issuer;
    }

    /**
     * A fresh one: each attempt to deliver it has its own times and {@code jti}. Signed like the
     * client's ID tokens, §2.6; empty for a client that is not there any more.
     */
    Optional<String> issue(LogoutNotice notice) {
        return clients.find(notice.clientId())
                .map(client -> client.openId().idTokenSignedResponseAlg())
                .map(algorithm -> keys.sign(claims(notice), TYPE, algorithm));
    }

    private JwtClaims claims(LogoutNotice notice) {
        var now = NumericDate.fromMilliseconds(clock.millis());
        var end = NumericDate.fromSeconds(now.getValue());
        end.addSeconds(LIFETIME.toSeconds());
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(notice.subject());
        claims.setAudience(notice.clientId());
        claims.setIssuedAt(now);
        claims.setExpirationTime(end);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("sid", notice.sid().toString());
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        return claims;
    }
}
