package guichet.resource;

/** What became of a token that was presented. */
sealed interface Verification {
    /** Every check passed. */
    record Verified(VerifiedAccessToken token) implements Verification {}

    /** A check failed; the fault says what to do and never repeats the token. */
    record Invalid(TokenFault fault) implements Verification {}

    /** What is needed to check it is not to be had from the issuer now. */
    record Unavailable(TokenFault fault) implements Verification {}
}
