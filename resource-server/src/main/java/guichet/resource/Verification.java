package guichet.resource;

import guichet.oauth.OAuthError;

/** What became of a token that was presented. */
sealed interface Verification {
    /** Every check passed. */
    record Verified(VerifiedAccessToken token) implements Verification {}

    /** A check failed; the error says what to do and never repeats the token. */
    record Invalid(OAuthError error) implements Verification {}

    /** What is needed to check it is not to be had from the issuer now. */
    record Unavailable(OAuthError error) implements Verification {}
}
