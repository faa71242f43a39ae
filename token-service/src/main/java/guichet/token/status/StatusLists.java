package guichet.token.status;

import guichet.resource.GrantStatus;
import guichet.resource.GrantStatuses;
import guichet.resource.StatusReference;
import guichet.token.grant.StatusIndex;
import guichet.token.key.KeyRing;
import io.vertx.core.Context;
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
class StatusLists implements GrantStatuses {
    private static final String TYPE = "statuslist+jwt";
    private static final Duration LIFETIME = Duration.ofDays(1);

    /** How old readers may let their copy become, Token Status List §5.1. */
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private final Clock clock;
    private final EndedPlaces ended;
    private final KeyRing keys;
    private final String issuer;
    private final Map<Long, PublishedList> published = new ConcurrentHashMap<>();

    StatusLists(
            Clock clock,
            EndedPlaces ended,
            KeyRing keys,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.clock = clock;
        this.ended = ended;
        this.keys = keys;
        this.issuer = issuer;
    }

    /**
     * The list of this number; empty when no grant has a place in it yet.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when the database does
     *     not tell
     */
    Optional<PublishedList> find(long number) {
        return ended.in(number)
                .map(revoked ->
                        published.compute(number, (_, last) -> upToDate(number, revoked, last)));
    }

    /** By its list as it is published, but that an end that was told here is seen at once. */
    @Override
    public GrantStatus statusOf(StatusReference token) {
        StatusIndex place = StatusIndex.at(token.uri(), token.index());
        Optional<BitSet> fresh = ended.findFresh(place.list());
        if (fresh.isEmpty() && Context.isOnEventLoopThread()) {
            return GrantStatus.UNKNOWN;
        }
        return fresh.or(() -> ended.inNow(place.list()))
                        .filter(places -> !places.get(place.position()))
                        .isPresent()
                ? GrantStatus.GOOD
                : GrantStatus.ENDED;
    }

    /** By what was seen last: whoever comes here late must not undo what others have published. */
    private PublishedList upToDate(long number, BitSet seen, @Nullable PublishedList last) {
        BitSet revoked = ended.latest(number).orElseGet(() -> last == null ? seen : last.revoked());
        Instant now = clock.instant();
        String kid = keys.signingKid();
        return last != null && last.stillSays(revoked, kid, now)
                ? last
                : new PublishedList(revoked, kid, now, signed(number, revoked));
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
