package guichet.kit.internal;

/** What a credential between services must be, whoever presents it and whoever checks it. */
final class Credential {
    /** In characters: a shorter one could be guessed. */
    static final String SHORTEST = "32";

    private Credential() {}
}
