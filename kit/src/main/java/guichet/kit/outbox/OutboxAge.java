package guichet.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Measures how long the oldest message has been waiting. */
@Singleton
@IfBuildProperty(name = "guichet.outbox", stringValue = "true")
class OutboxAge {
    private final OutboxTable table;
    private final Clock clock;
    private volatile Optional<Instant> oldest = Optional.empty();

    OutboxAge(DataSource database, Clock clock, MeterRegistry meters) {
        this.table = new OutboxTable(database);
        this.clock = clock;
        Gauge.builder("guichet.outbox.oldest", this, OutboxAge::seconds)
                .baseUnit("seconds")
                .description("how long the oldest message has been waiting")
                .register(meters);
    }

    /** Here and not when somebody asks: then it would be the database that keeps them waiting. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        oldest = table.oldest();
    }

    private double seconds() {
        return oldest.map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
