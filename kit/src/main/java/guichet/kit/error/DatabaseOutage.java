package guichet.kit.error;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells an outage of the database, which passes, from a fault of ours. */
public final class DatabaseOutage {
    /** Connection faults, PostgreSQL's appendix A class 08. */
    private static final String CONNECTION = "08";

    /** Too many connections; shut down, crashed, or starting, PostgreSQL's appendix A. */
    private static final Set<String> AWAY = Set.of("53300", "57P01", "57P02", "57P03");

    private DatabaseOutage() {}

    /** Whether the database did not answer, whatever was wrapped around its silence. */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20) // causes may go round in circles
                .anyMatch(cause -> cause instanceof SQLException fault && isOutage(fault));
    }

    /** The database's own faults have a state; one without comes from the pool of connections. */
    private static boolean isOutage(SQLException fault) {
        String state = fault.getSQLState();
        return state == null || state.startsWith(CONNECTION) || AWAY.contains(state);
    }
}
