package guichet.resource;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a token and what to do, in words that never repeat the token. */
final class TokenFault {
    private static final Duration SHORTLY = Duration.ofSeconds(2);

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

    private static final OAuthError KEY_UNKNOWN =
            Reason.TOKEN_KEY_UNKNOWN.error(
                    "the issuer publishes no key by which this token is signed: get a new one");
    private static final OAuthError ALGORITHM_UNSUPPORTED =
            Reason.TOKEN_ALGORITHM_UNSUPPORTED.error(
                    "the token is not signed with an algorithm that is taken here");
    private static final OAuthError NOT_OURS =
            Reason.TOKEN_MALFORMED.error("the token is not an access token that the issuer signed");
    private static final OAuthError LACKING =
            Reason.TOKEN_MALFORMED.error(
                    "the token lacks a claim that RFC 9068 requires: iss, exp, aud, sub, client_id,"
                            + " iat or jti");
    private static final OAuthError EXPIRED =
            Reason.TOKEN_EXPIRED.error("the token has expired: get a new one");
    private static final OAuthError NOT_YET =
            Reason.TOKEN_NOT_YET_VALID.error("the token is not valid yet: check the clocks");
    private static final OAuthError OTHER_API =
            Reason.TOKEN_FOR_ANOTHER_API.error(
                    "the token is for another API: ask for a scope of this one");
    private static final OAuthError OTHER_ISSUER =
            Reason.TOKEN_OF_ANOTHER_ISSUER.error(
                    "the token is of another issuer: get one from ours");
    private static final OAuthError OTHER_TYPE =
            Reason.TOKEN_OF_ANOTHER_KIND.error(
                    "this is not an access token (typ at+jwt): send the access_token of the"
                            + " answer");
    private static final OAuthError SIGNATURE_WRONG =
            Reason.TOKEN_SIGNATURE_WRONG.error(
                    "the signature does not fit: send the token unchanged");

    private static final Map<Integer, OAuthError> BY_CODE =
            Map.ofEntries(
                    Map.entry(ErrorCodes.EXPIRED, EXPIRED),
                    Map.entry(ErrorCodes.NOT_YET_VALID, NOT_YET),
                    Map.entry(ErrorCodes.ISSUED_AT_INVALID_FUTURE, NOT_YET),
                    Map.entry(ErrorCodes.AUDIENCE_INVALID, OTHER_API),
                    Map.entry(ErrorCodes.ISSUER_INVALID, OTHER_ISSUER),
                    Map.entry(ErrorCodes.TYPE_INVALID, OTHER_TYPE),
                    Map.entry(ErrorCodes.TYPE_MISSING, OTHER_TYPE),
                    Map.entry(ErrorCodes.SIGNATURE_INVALID, SIGNATURE_WRONG),
                    Map.entry(ErrorCodes.MALFORMED_CLAIM, MALFORMED_CLAIM),
                    Map.entry(ErrorCodes.EXPIRATION_MISSING, LACKING),
                    Map.entry(ErrorCodes.ISSUED_AT_MISSING, LACKING),
                    Map.entry(ErrorCodes.AUDIENCE_MISSING, LACKING),
                    Map.entry(ErrorCodes.ISSUER_MISSING, LACKING),
                    Map.entry(ErrorCodes.SUBJECT_MISSING, LACKING),
                    Map.entry(ErrorCodes.JWT_ID_MISSING, LACKING));

    private TokenFault() {}

    static OAuthError of(InvalidJwtException invalid) {
        return switch (invalid.getCause()) {
            case PublishedKeys.UnknownKey _ -> KEY_UNKNOWN;
            case InvalidAlgorithmException _ -> ALGORITHM_UNSUPPORTED;
            case null, default ->
                    invalid.getErrorDetails().stream()
                            .map(error -> BY_CODE.get(error.getErrorCode()))
                            .filter(known -> known != null)
                            .findFirst()
                            .orElse(NOT_OURS);
        };
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
