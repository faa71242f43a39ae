package guichet.resource;

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
    static final String MALFORMED_CLAIM = "a claim of the token has the wrong form";

    static final String GRANT_ENDED =
            "the permission behind the token was revoked: ask for it again";
    static final String NO_KEYS = "the issuer's keys are not here yet: try again shortly";
    static final String NO_STATUS =
            "the issuer cannot be asked whether the token was revoked: try again shortly";

    private static final String LACKING =
            "the token lacks a claim that RFC 9068 requires: iss, exp, aud, sub, client_id, iat or"
                    + " jti";
    private static final String NOT_YET = "the token is not valid yet: check the clocks";
    private static final String OTHER_TYPE =
            "this is not an access token (typ at+jwt): send the access_token of the answer";

    private static final Map<Integer, String> BY_CODE =
            Map.ofEntries(
                    Map.entry(ErrorCodes.EXPIRED, "the token has expired: get a new one"),
                    Map.entry(ErrorCodes.NOT_YET_VALID, NOT_YET),
                    Map.entry(ErrorCodes.ISSUED_AT_INVALID_FUTURE, NOT_YET),
                    Map.entry(
                            ErrorCodes.AUDIENCE_INVALID,
                            "the token is for another API: ask for a scope of this one"),
                    Map.entry(
                            ErrorCodes.ISSUER_INVALID,
                            "the token is of another issuer: get one from ours"),
                    Map.entry(ErrorCodes.TYPE_INVALID, OTHER_TYPE),
                    Map.entry(ErrorCodes.TYPE_MISSING, OTHER_TYPE),
                    Map.entry(
                            ErrorCodes.SIGNATURE_INVALID,
                            "the signature does not fit: send the token unchanged"),
                    Map.entry(ErrorCodes.MALFORMED_CLAIM, MALFORMED_CLAIM),
                    Map.entry(ErrorCodes.EXPIRATION_MISSING, LACKING),
                    Map.entry(ErrorCodes.ISSUED_AT_MISSING, LACKING),
                    Map.entry(ErrorCodes.AUDIENCE_MISSING, LACKING),
                    Map.entry(ErrorCodes.ISSUER_MISSING, LACKING),
                    Map.entry(ErrorCodes.SUBJECT_MISSING, LACKING),
                    Map.entry(ErrorCodes.JWT_ID_MISSING, LACKING));

    private TokenFault() {}

    static String describe(InvalidJwtException invalid) {
        return switch (invalid.getCause()) {
            case PublishedKeys.UnknownKey _ ->
                    "the issuer publishes no key by which this token is signed: get a new one";
            case InvalidAlgorithmException _ ->
                    "the token is not signed with an algorithm that is taken here";
            case null, default ->
                    invalid.getErrorDetails().stream()
                            .map(error -> BY_CODE.get(error.getErrorCode()))
                            .filter(known -> known != null)
                            .findFirst()
                            .orElse("the token is not an access token that the issuer signed");
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
