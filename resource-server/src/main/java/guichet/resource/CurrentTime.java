package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** The time by the application's clock, or the system's where it has none. */
@ApplicationScoped
class CurrentTime {
    private final Clock clock;

    @Inject
    CurrentTime(Instance<Clock> clocks) {
        this(clocks.isResolvable() ? clocks.get() : Clock.systemUTC());
    }

    CurrentTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }
}
