package guichet.kit.foreign;

/** What is wrong with something that a stranger wrote, in words that never quote it. */
public final class ForeignFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String words;

    ForeignFault(Kind kind, String words) {
        // An answer to somebody, not a fault of ours: no stack trace is filled in.
        super(words, null, false, false);
        this.kind = kind;
        this.words = words;
    }

    static ForeignFault malformed(String words) {
        return new ForeignFault(Kind.MALFORMED, words);
    }

    public Kind kind() {
        return kind;
    }

    /** What it is not or lacks, to follow its name: for example {@code has expired}. */
    public String words() {
        return words;
    }

    /** The one rule that it breaks. */
    public enum Kind {
        MALFORMED,
        TYPE_OF_ANOTHER_KIND,
        ALGORITHM_UNSUPPORTED,
        AUDIENCE_WRONG,
        EXPIRED,
        NOT_YET_VALID
    }
}
