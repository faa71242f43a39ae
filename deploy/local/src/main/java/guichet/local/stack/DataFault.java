package guichet.local.stack;

/** Why a service does not start with the data that it finds. */
enum DataFault {
    /** Earlier or later: the migrations that made the database are not those of this build. */
    ANOTHER_VERSION(
            "the data in .guichet is of another version of Guichet;"
                    + " ./guichet up --fresh starts with empty data"),
    /** One that cannot be undone as a whole, whatever made it stop. */
    MIGRATED_HALF_WAY(
            "a migration of the data in .guichet failed half-way;"
                    + " put back a copy of .guichet from before it, or start with empty data:"
                    + " ./guichet up --fresh");

    private final String words;

    DataFault(String words) {
        this.words = words;
    }

    /** What it is, and what to do. */
    String words() {
        return words;
    }
}
