package guichet.kit.audit;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;

/**
 * The audit log. What a transaction does is told once it is committed: a log that tells what was
 * rolled back lies.
 */
public final class Audit {
    private static final Logger LOG = Logger.getLogger("guichet.audit");

    private Audit() {}

    /** Tells what was done, in the words of {@link String#format}. */
    public static void info(String format, Object... values) {
        tell(() -> LOG.infof(format, values));
    }

    /** Tells what somebody should look at. */
    public static void warn(String format, Object... values) {
        tell(() -> LOG.warnf(format, values));
    }

    private static void tell(Runnable line) {
        var transaction = CDI.current().select(TransactionSynchronizationRegistry.class).get();
        if (transaction.getTransactionKey() == null) {
            line.run();
        } else {
            transaction.registerInterposedSynchronization(new AfterCommit(line));
        }
    }

    private record AfterCommit(Runnable line) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                line.run();
            }
        }
    }
}
