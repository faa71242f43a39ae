package guichet.resource;

import guichet.oauth.Reason;
import java.util.Map;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a token.
 *
 * @param advice what to do, in words that never repeat the token
 */
record TokenFault(Reason reason, String advice) {
    static final TokenFault MALFORMED_CLAIM =
            new TokenFault(Reason.TOKEN_MALFORMED, "a claim of the token has the wrong form");
    static final TokenFault GRANT_ENDED =
            new TokenFault(
                    Reason.GRANT_ENDED,
                    "the permission behind the token was revoked: ask for it again");
    static final TokenFault NO_KEYS =
            new TokenFault(
                    Reason.KEYS_NOT_HERE, "the issuer's keys are not here yet: try again shortly");
    static final TokenFault NO_STATUS =
            new TokenFault(
                    Reason.STATUS_NOT_HERE,
                    "the issuer cannot be asked whether the token was revoked: try again shortly");

    private static final TokenFault KEY_UNKNOWN =
            new TokenFault(
                    Reason.TOKEN_KEY_UNKNOWN,
                    "the issuer publishes no key by which this token is signed: get a new one");
    private static final TokenFault ALGORITHM_UNSUPPORTED =
            new TokenFault(
                    Reason.TOKEN_ALGORITHM_UNSUPPORTED,
                    "the token is not signed with an algorithm that is taken here");
    private static final TokenFault NOT_OURS =
            new TokenFault(
                    Reason.TOKEN_MALFORMED,
                    "the token is not an access token that the issuer signed");
    private static final TokenFault LACKING =
            new TokenFault(
                    Reason.TOKEN_MALFORMED,
                    "the token lacks a claim that RFC 9068 requires: iss, exp, aud, sub, client_id,"
                            + " iat or jti");
    private static final TokenFault EXPIRED =
            new TokenFault(Reason.TOKEN_EXPIRED, "the token has expired: get a new one");
    private static final TokenFault NOT_YET =
            new TokenFault(
                    Reason.TOKEN_NOT_YET_VALID, "the token is not valid yet: check the clocks");
    private static final TokenFault OTHER_API =
            new TokenFault(
                    Reason.TOKEN_FOR_ANOTHER_API,
                    "the token is for another API: ask for a scope of this one");
    private static final TokenFault OTHER_ISSUER =
            new TokenFault(
                    Reason.TOKEN_OF_ANOTHER_ISSUER,
                    "the token is of another issuer: get one from ours");
    private static final TokenFault OTHER_TYPE =
            new TokenFault(
                    Reason.TOKEN_OF_ANOTHER_KIND,
                    "this is not an access token (typ at+jwt): send the access_token of the"
                            + " answer");
    private static final TokenFault SIGNATURE_WRONG =
            new TokenFault(
                    Reason.TOKEN_SIGNATURE_WRONG,
                    "the signature does not fit: send the token unchanged");

    private static final Map<Integer, TokenFault> BY_CODE =
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

    static TokenFault of(InvalidJwtException invalid) {
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
