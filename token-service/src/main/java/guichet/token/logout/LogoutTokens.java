package guichet.token.logout;

import guichet.registryclient.RegisteredClients;
import guichet.token.key.KeyRing;
import guichet.token.logout.LogoutTokenEndpoint.LogoutNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/** Issues logout tokens, OpenID Connect Back-Channel Logout 1.0 §2.4. */
@ApplicationScoped
class LogoutTokens {
    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** The most that §2.4 recommends: whoever catches the token has it for two minutes. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final KeyRing keys;
    private final RegisteredClients clients;

    LogoutTokens(KeyRing keys, RegisteredClients clients) {
        this.keys = keys;
        this.clients = clients;
    }

    /**
     * A fresh one: each attempt to deliver it has its own times and {@code jti}. Signed like the
     * client's ID tokens, §2.6; empty for a client that is not there any more.
     */
    Optional<String> issue(LogoutNotice notice) {
        return clients.find(notice.clientId())
                .map(client -> client.metadata().openId().idTokenSignedResponseAlg())
                .map(algorithm -> keys.sign(claims(notice), LIFETIME, TYPE, algorithm));
    }

    private static JwtClaims claims(LogoutNotice notice) {
        var claims = new JwtClaims();
        claims.setSubject(notice.subject());
        claims.setAudience(notice.clientId());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setStringClaim("sid", notice.sid().toString());
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        return claims;
    }
}
