package guichet.resource;

/** Where the grant of a token stands. */
public enum GrantStatus {
    /** It has not ended, as far as was known lately enough. */
    GOOD,
    /** It was revoked. */
    ENDED,
    /** It was good too long ago: the status list is not to be had. */
    UNKNOWN
}
