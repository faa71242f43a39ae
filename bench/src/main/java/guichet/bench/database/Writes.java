package guichet.bench.database;

/**
 * What a server has written, in all its databases.
 *
 * @param transactions those that wrote: each has a number then, and those that only read have none
 * @param rows inserted, updated and deleted; a connection tells what it did some time after it did
 *     it, at most {@value #SECONDS_UNTIL_TOLD} seconds
 */
public record Writes(long transactions, long rows) {
    /** PGSTAT_IDLE_INTERVAL in PostgreSQL's pgstat.c, and a second. */
    public static final int SECONDS_UNTIL_TOLD = 11;

    static final String QUERY =
            """
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   sum(tup_inserted + tup_updated + tup_deleted)
            from pg_stat_database
            """;

    /** What was written since. */
    public Writes since(Writes before) {
        return new Writes(transactions - before.transactions, rows - before.rows);
    }
}
