package guichet.token.grant;

/** Tells this replica that one or more grants have ended. */
public sealed interface GrantsEnded {
    /** Those that people gave: applications' own go on. */
    record OfPeople() implements GrantsEnded {}

    /** Perhaps applications' own among them. */
    record OfAnybody() implements GrantsEnded {}
}
