package guichet.token.grant;

/**
 * What a reader of the database sees, as PostgreSQL counts transactions.
 *
 * @param oldest the oldest that is under way: those before it are over
 * @param next the one that begins next
 * @param nextPlace the place that is given next
 * @param nanoTime when, as {@link System#nanoTime} has it
 */
record Snapshot(long oldest, long next, long nextPlace, long nanoTime) {}
