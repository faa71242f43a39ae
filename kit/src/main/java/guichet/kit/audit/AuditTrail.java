package guichet.kit.audit;

import static jakarta.transaction.Status.STATUS_COMMITTED;
import static jakarta.transaction.Status.STATUS_MARKED_ROLLBACK;
import static jakarta.transaction.Status.STATUS_NO_TRANSACTION;
import static java.util.Objects.requireNonNull;

import guichet.kit.audit.AuditRecord.Origin;
import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.trace.Trace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says when an event counts, and whether it is written or counted. */
@ApplicationScoped
class AuditTrail implements Audit {
    private final AuditLog log;
    private final TransactionSynchronizationRegistry transactions;
    private final ClientAddress sender;
    private final Clock clock;
    private final FailureQuota<AuditEvent> quota;
    private final Map<AuditEvent, Counter> counters = new EnumMap<>(AuditEvent.class);

    AuditTrail(
            AuditLog log,
            TransactionSynchronizationRegistry transactions,
            ClientAddress sender,
            Clock clock,
            AuditConfig config,
            MeterRegistry meters) {
        this.log = log;
        this.transactions = transactions;
        this.sender = sender;
        this.clock = clock;
        this.quota = new FailureQuota<>(config.failuresPerMinute());
        for (AuditEvent event : AuditEvent.values()) {
            counters.put(event, counter(event, meters));
        }
    }

    private static Counter counter(AuditEvent event, MeterRegistry meters) {
        return meters.counter(
                "guichet.events", "event", event.toString(), "outcome", event.outcome().toString());
    }

    @Override
    public void tell(AuditEvent event, Fact... facts) {
        AuditRecord told = record(event, facts);
        switch (event.outcome()) {
            case SUCCESS -> whenCommitted(told);
            case FAILURE -> {
                count(event);
                if (quota.take(event, told.origin().address().map(ClientNetwork::holder))) {
                    log.write(told);
                }
            }
        }
    }

    private AuditRecord record(AuditEvent event, Fact... facts) {
        var origin = new Origin(sender.find(), Trace.id());
        return new AuditRecord(clock.instant(), event, List.of(facts), origin);
    }

    private void whenCommitted(AuditRecord event) {
        switch (transactions.getTransactionStatus()) {
            case STATUS_NO_TRANSACTION, STATUS_COMMITTED -> write(event);
            case STATUS_MARKED_ROLLBACK -> {}
            default -> transactions.registerInterposedSynchronization(new IfCommitted(event));
        }
    }

    private void write(AuditRecord done) {
        count(done.event());
        log.write(done);
    }

    /** Also of what is left out of the log. */
    private void count(AuditEvent event) {
        requireNonNull(counters.get(event)).increment();
    }

    /** Before the process ends, too. */
    @Scheduled(every = "1m")
    @PreDestroy
    void countWhatWasLeftOut() {
        quota.renew()
                .forEach((event, count) ->
                        log.write(
                                record(
                                        AuditEvent.FAILURES_LEFT_OUT,
                                        AuditField.OF.is(event),
                                        AuditField.COUNT.is(count))));
    }

    /** Waits for the end of the transaction. */
    private final class IfCommitted implements Synchronization {
        private final AuditRecord event;

        IfCommitted(AuditRecord event) {
            this.event = event;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                write(event);
            }
        }
    }
}
