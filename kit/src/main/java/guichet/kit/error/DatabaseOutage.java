package guichet.kit.error;

import guichet.kit.log.Outage;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells an outage of the database, which passes, from a fault of ours, by PostgreSQL's appendix A.
 */
public final class DatabaseOutage {
    /**
     * The connection; what had to give way to others, as in a deadlock; too little of disk, memory
     * or connections; files that cannot be read.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "58");

    /**
     * Shut down, crashed, or starting; a statement that took too long, or waited too long for who
     * holds what it needs; one that writes, at a server that has become another's copy.
     */
    private static final Set<String> STATES =
            Set.of("57P01", "57P02", "57P03", "57P05", "57014", "55P03", "25006");

    private DatabaseOutage() {}

    /** Whether the database did not answer, whatever was wrapped around its silence. */
    public static boolean isBehind(Throwable failure) {
        // Of a failed commit the cause is not told, but suppressed.
        List<Throwable> all =
                Outage.causes(failure)
                        .flatMap(it -> Stream.concat(Stream.of(it), Stream.of(it.getSuppressed())))
                        .flatMap(Outage::causes)
                        .toList();
        return all.stream().anyMatch(it -> it instanceof SQLException fault && isOutage(fault))
                || tookTooLong(all);
    }

    /** A transaction whose time was over is rolled back, and the database has not said why. */
    private static boolean tookTooLong(List<Throwable> all) {
        return all.stream().anyMatch(RollbackException.class::isInstance)
                && all.stream().noneMatch(SQLException.class::isInstance);
    }

    /** The database's own faults have a state; one without comes from the pool of connections. */
    private static boolean isOutage(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                || CLASSES.stream().anyMatch(state::startsWith)
                || STATES.contains(state);
    }
}
