package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;

/** The time by the application's clock, or the system's where it has none. */
@ApplicationScoped
class CurrentTime {
    private final Clock clock;

    CurrentTime(Instance<Clock> clocks) {
        this.clock = clocks.isResolvable() ? clocks.get() : Clock.systemUTC();
    }

    Instant now() {
        return clock.instant();
    }
}
