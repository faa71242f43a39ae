package guichet.resource;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which tests may set ahead. */
@Mock
@Singleton
class TestClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Clock base = Clock.systemUTC();

    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** From now on time passes only by {@link #pass}. */
    void stand() {
        base = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
