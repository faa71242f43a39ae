package guichet.kit.database;

/**
 * The database was set back to an earlier moment: what was ended since is there again. Fired once
 * for each restoration, before any request and in its transaction, at whoever has something that
 * must not come back to life; {@code docs/backup.md}.
 */
public record DatabaseRestored() {}
