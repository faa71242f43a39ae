package guichet.token.key;

import guichet.kit.eventloop.MustWait;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys that this replica holds; it looks every second for what other replicas did. */
@ApplicationScoped
class CurrentKeys {
    private final Clock clock;
    private final StoredKeys stored;
    private final KeyRotation rotation;
    private final KeySchedule schedule;
    private volatile KnownKeys keys = KnownKeys.NONE;

    CurrentKeys(
            Clock clock,
            StoredKeys stored,
            KeyRotation rotation,
            KeyConfig config,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime,
            MeterRegistry meters) {
        this.clock = clock;
        this.stored = stored;
        this.rotation = rotation;
        this.schedule = KeySchedule.of(config, accessTokenLifetime);
        Gauge.builder("guichet.signing.key.age", this, CurrentKeys::seconds)
                .baseUnit("seconds")
                .description("for how long the key of ES256 has been signing")
                .register(meters);
    }

    private double seconds() {
        return signing(SignatureAlgorithm.ES256)
                .map(key -> Duration.between(key.signsFrom(), clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    void start(@Observes StartupEvent event) {
        rotation.encryptAnew();
        rotate();
    }

    /** Rotates. */
    void rotate() {
        rotation.keep(schedule);
        read();
    }

    /**
     * Takes over what other replicas did, and rotates when it is time. As long as neither is so, it
     * reads no key and locks nothing.
     */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!stored.entries().equals(keys.entries())) {
            read();
        }
        if (schedule.asksForWork(keys, clock.instant())) {
            rotate();
        }
    }

    /** One thread at a time: what was loaded earlier must not replace what was loaded later. */
    synchronized void read() {
        keys = stored.load();
    }

    KnownKeys all() {
        return keys;
    }

    KeySchedule schedule() {
        return schedule;
    }

    /** The key by which that algorithm signs now. */
    Optional<SigningKey> signing(SignatureAlgorithm algorithm) {
        return schedule.signing(keys.chain(algorithm), clock.instant());
    }

    /** Sees to it that there are keys of that algorithm. */
    void provide(SignatureAlgorithm algorithm) {
        if (!keys.isInUse(algorithm)) {
            MustWait.unlessAllowed();
            rotation.begin(algorithm, schedule);
            read();
        }
    }

    KeyState stateOf(SigningKey key) {
        Instant now = clock.instant();
        if (key.isAnnounced(now)) {
            return KeyState.ANNOUNCED;
        }
        return signing(key.algorithm()).filter(key::equals).isPresent()
                ? KeyState.SIGNING
                : KeyState.RETIRED;
    }
}
