package guichet.bench.issuer;

import guichet.bench.database.Postgres;
import guichet.bench.machine.ProcessTree;
import guichet.bench.machine.Series;
import java.time.Duration;
import java.util.List;

/** A server that is running and can be measured. */
public interface Issuer extends AutoCloseable {
    /** As reports have it. */
    String name();

    /** Its processes now, without the database's. */
    List<ProcessTree> processes();

    Postgres database();

    List<Workload> workloads();

    /**
     * Starts what issues tokens anew, and says how long it took until it had issued the first one.
     */
    Duration firstToken();

    /** Puts so many grants and clients into the database. */
    void fill(long grants, long clients);

    /** What else is measured of this one, when all loads are over. */
    default List<Series> others() {
        return List.of();
    }

    @Override
    void close();
}
