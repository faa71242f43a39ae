package guichet.resource;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a token and what to do, in words that never repeat the token. */
final class TokenFault {
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    /** RFC 9068 §2.1, RFC 7515 §4.1.9. */
    private static final Set<String> ACCESS_TOKEN =
            Set.of(VerifiedAccessToken.TYPE, "application/" + VerifiedAccessToken.TYPE);

    static final OAuthError MISSING =
            Reason.TOKEN_MISSING.error("send an access token in the header Authorization: Bearer");
    static final OAuthError INSUFFICIENT =
            Reason.SCOPE_INSUFFICIENT.error(
                    "the token does not allow this: ask for a scope that does");
    static final OAuthError FOR_ANOTHER_API =
            Reason.TOKEN_FOR_ANOTHER_API.error(
                    "the token is for another API: ask for a scope of this one");
    private static final OAuthError OF_ANOTHER_KIND =
            Reason.TOKEN_OF_ANOTHER_KIND.error(
                    "this is not an access token (typ at+jwt): send the access_token of the"
                            + " answer");
    static final OAuthError MALFORMED_CLAIM =
            Reason.TOKEN_MALFORMED.error("a claim of the token has the wrong form");
    static final OAuthError GRANT_ENDED =
            Reason.GRANT_ENDED.error(
                    "the permission behind the token was revoked: ask for it again");
    static final OAuthError NO_KEYS =
            Reason.KEYS_NOT_HERE
                    .error("the issuer's keys are not here yet: try again shortly")
                    .withRetryAfter(SHORTLY);
    static final OAuthError NO_STATUS =
            Reason.STATUS_NOT_HERE
                    .error(
                            "the issuer cannot be asked whether the token was revoked: try again"
                                    + " shortly")
                    .withRetryAfter(SHORTLY);

    private TokenFault() {}

    /** What it is comes before what is wrong with it: an ID token may be signed otherwise. */
    static OAuthError of(InvalidJwtException invalid) {
        return saysThatItIsOfAnotherKind(invalid) ? OF_ANOTHER_KIND : fault(invalid);
    }

    private static boolean saysThatItIsOfAnotherKind(InvalidJwtException invalid) {
        return Stream.ofNullable(invalid.getJwtContext())
                .flatMap(token -> token.getJoseObjects().stream())
                .flatMap(part -> Stream.ofNullable(part.getHeaders().getObjectHeaderValue("typ")))
                .map(type -> type.toString().toLowerCase(Locale.ROOT))
                .anyMatch(type -> !ACCESS_TOKEN.contains(type));
    }

    private static OAuthError fault(InvalidJwtException invalid) {
        return switch (invalid.getCause()) {
            case IssuerKeys.NotHere _ -> NO_KEYS;
            case UnresolvableKeyException _ ->
                    Reason.TOKEN_KEY_UNKNOWN.error(
                            "the issuer publishes no key by which this token is signed: get a new"
                                    + " one");
            case InvalidAlgorithmException _ ->
                    Reason.TOKEN_ALGORITHM_UNSUPPORTED.error(
                            "the token is not signed with an algorithm that is taken here");
            case null, default ->
                    invalid.getErrorDetails().stream()
                            .flatMap(detail -> of(detail.getErrorCode()).stream())
                            .findFirst()
                            .orElseGet(() ->
                                    Reason.TOKEN_MALFORMED.error(
                                            "the token is not an access token that the issuer"
                                                    + " signed"));
        };
    }

    private static Optional<OAuthError> of(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case ErrorCodes.EXPIRED ->
                            Reason.TOKEN_EXPIRED.error("the token has expired: get a new one");
                    case ErrorCodes.NOT_YET_VALID, ErrorCodes.ISSUED_AT_INVALID_FUTURE ->
                            Reason.TOKEN_NOT_YET_VALID.error(
                                    "the token is not valid yet: check the clocks");
                    case ErrorCodes.AUDIENCE_INVALID -> FOR_ANOTHER_API;
                    case ErrorCodes.ISSUER_INVALID ->
                            Reason.TOKEN_OF_ANOTHER_ISSUER.error(
                                    "the token is of another issuer: get one from ours");
                    case ErrorCodes.TYPE_INVALID, ErrorCodes.TYPE_MISSING -> OF_ANOTHER_KIND;
                    case ErrorCodes.SIGNATURE_INVALID ->
                            Reason.TOKEN_SIGNATURE_WRONG.error(
                                    "the signature does not fit: send the token unchanged");
                    case ErrorCodes.MALFORMED_CLAIM -> MALFORMED_CLAIM;
                    case ErrorCodes.EXPIRATION_MISSING,
                            ErrorCodes.ISSUED_AT_MISSING,
                            ErrorCodes.AUDIENCE_MISSING,
                            ErrorCodes.ISSUER_MISSING,
                            ErrorCodes.SUBJECT_MISSING,
                            ErrorCodes.JWT_ID_MISSING ->
                            Reason.TOKEN_MALFORMED.error(
                                    "the token lacks a claim that RFC 9068 requires: iss, exp,"
                                            + " aud, sub, client_id, iat or jti");
                    default -> null;
                });
    }

    /** The claim that RFC 9068 §2.2 requires and RFC 7519 does not know. */
    static ErrorCodeValidator.@Nullable Error ofClientId(JwtContext token)
            throws MalformedClaimException {
        String clientId = token.getJwtClaims().getStringClaimValue("client_id");
        return clientId == null || clientId.isEmpty()
                ? new ErrorCodeValidator.Error(ErrorCodes.SUBJECT_MISSING, "no client_id")
                : null;
    }
}
