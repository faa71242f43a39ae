package guichet.token.status;

import guichet.token.grant.Grants;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** The status lists, each signed anew when a grant in it ends. */
@ApplicationScoped
class StatusLists {
    private static final String TYPE = "statuslist+jwt";
    private static final Duration LIFETIME = Duration.ofDays(1);

    /** How old readers may let their copy become, Token Status List §5.1. */
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Grants grants;
    private final KeyRing keys;
    private final String issuer;
    private final Map<Long, PublishedList> published = new ConcurrentHashMap<>();

    StatusLists(
            Clock clock,
            Grants grants,
            KeyRing keys,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.grants = grants;
        this.keys = keys;
        this.issuer = issuer;
    }

    /** The list of this number; empty when no grant has a place in it yet. */
    Optional<PublishedList> find(long number) {
        return Optional.ofNullable(published.compute(number, this::upToDate));
    }

    private @Nullable PublishedList upToDate(long number, @Nullable PublishedList last) {
        Instant now = clock.instant();
        if (last != null && last.isFresh(now)) {
            return last;
        }
        return grants.endedIn(number).map(ended -> upToDate(number, ended, last, now)).orElse(null);
    }

    private PublishedList upToDate(
            long number, BitSet revoked, @Nullable PublishedList last, Instant now) {
        String kid = keys.signingKid();
        return last != null && last.stillSays(revoked, kid, now)
                ? last.checked(now)
                : new PublishedList(revoked, kid, now, now, signed(number, revoked));
    }

    /** Token Status List §5.1. */
    private String signed(long number, BitSet revoked) {
        var claims = new JwtClaims();
        claims.setSubject("%s/status-lists/%d".formatted(issuer, number));
        claims.setClaim("ttl", TIME_TO_LIVE.toSeconds());
        claims.setClaim("status_list", Map.of("bits", 1, "lst", CompressedBits.of(revoked)));
        return keys.sign(claims, LIFETIME, TYPE, KeyRing.STANDARD_ALGORITHM);
    }
}
