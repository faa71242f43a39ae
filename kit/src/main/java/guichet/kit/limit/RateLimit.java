package guichet.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guichet.oauth.Reason;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** An allowance for each of many. Who has not used theirs for a whole period is forgotten. */
public final class RateLimit {
    /** Some 20 MB; beyond it whoever asks seldom is forgotten first. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Allowance allowance;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    public RateLimit(Allowance allowance, Clock clock) {
        this.allowance = allowance;
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
        ConsumptionProbe probe = buckets.get(key, _ -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration rest = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw Reason.TOO_MANY_REQUESTS
                    .error("too many requests: wait %d seconds, then try again", rest.toSeconds())
                    .withRetryAfter(rest)
                    .refuse();
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(it ->
                        it.capacity(allowance.times())
                                .refillGreedy(allowance.times(), allowance.period()))
                .withCustomTimePrecision(time)
                .build();
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
