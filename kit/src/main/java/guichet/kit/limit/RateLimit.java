package guichet.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** An allowance for each of many. Who has not used theirs for a whole period is forgotten. */
public final class RateLimit {
    /** Some 9 MB; beyond it whoever asks seldom is forgotten first. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Bandwidth allowance;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;
    private final Consumer<String> whenReached;

    /**
     * For each key the same.
     *
     * @param whenReached is told the key of each that is one too many, before it is refused
     */
    public RateLimit(Allowance allowance, Clock clock, Consumer<String> whenReached) {
        this.whenReached = whenReached;
        this.allowance =
                Bandwidth.builder()
                        .capacity(allowance.times())
                        .refillGreedy(allowance.times(), allowance.period())
                        .build();
        this.time = new ClockTime(clock);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_REMEMBERED)
                        .expireAfterAccess(allowance.period())
                        .build();
    }

    /**
     * Counts one more.
     *
     * @throws guichet.oauth.OAuthException if it is one too many, which does not count
     */
    public void require(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(key, probe.getNanosToWaitForRefill());
        }
    }

    /**
     * Counts nothing.
     *
     * @throws guichet.oauth.OAuthException if one more would be one too many
     */
    void requireOneLeft(String key) {
        EstimationProbe probe = bucket(key).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw refusal(key, probe.getNanosToWaitForRefill());
        }
    }

    private OAuthException refusal(String key, long nanos) {
        whenReached.accept(key);
        Duration rest = Duration.ofNanos(nanos).plusSeconds(1);
        return Reason.TOO_MANY_REQUESTS
                .error("too many requests: wait %d seconds, then try again", rest.toSeconds())
                .withRetryAfter(rest)
                .refuse();
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                _ -> Bucket.builder().addLimit(allowance).withCustomTimePrecision(time).build());
    }

    /** Our clock, as the buckets read it. */
    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
