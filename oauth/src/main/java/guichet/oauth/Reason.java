package guichet.oauth;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why exactly a request is refused: our own stable code beside the coarse one of the RFC. Each has
 * a page, {@code docs/errors/<code>.md}, which the service shows and {@code error_uri} names.
 *
 * <p>No code tells an unknown client from a wrong secret, an unknown person from a wrong password,
 * or one bad code or refresh token from another; what has to go with a code is told apart, since
 * the first attempt spends it.
 */
public enum Reason {
    // Parameters of any request.
    PARAMETER_MISSING(ErrorCode.INVALID_REQUEST),
    PARAMETER_REPEATED(ErrorCode.INVALID_REQUEST),
    PARAMETER_TOO_LONG(ErrorCode.INVALID_REQUEST),
    PARAMETER_MALFORMED(ErrorCode.INVALID_REQUEST),

    // Scopes.
    SCOPE_MALFORMED(ErrorCode.INVALID_SCOPE),
    SCOPE_NOT_AVAILABLE(ErrorCode.INVALID_SCOPE),
    SCOPE_EMPTY(ErrorCode.INVALID_SCOPE),
    SCOPE_NOT_GRANTED(ErrorCode.INVALID_SCOPE),
    SCOPE_WITHOUT_OPENID(ErrorCode.INVALID_SCOPE),

    // The authorization request and the person's pages.
    CLIENT_UNKNOWN(ErrorCode.INVALID_REQUEST),
    REDIRECT_URI_MISSING(ErrorCode.INVALID_REQUEST),
    REDIRECT_URI_NOT_REGISTERED(ErrorCode.INVALID_REQUEST),
    RESPONSE_TYPE_UNSUPPORTED(ErrorCode.UNSUPPORTED_RESPONSE_TYPE),
    RESPONSE_TYPE_NOT_REGISTERED(ErrorCode.UNAUTHORIZED_CLIENT),
    IMPLICIT_FLOW_ABANDONED(ErrorCode.UNSUPPORTED_RESPONSE_TYPE),
    PKCE_REQUIRED(ErrorCode.INVALID_REQUEST),
    PKCE_METHOD_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    CODE_CHALLENGE_MALFORMED(ErrorCode.INVALID_REQUEST),
    RESPONSE_MODE_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    PROMPT_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    PROMPT_CONTRADICTORY(ErrorCode.INVALID_REQUEST),
    MAX_AGE_MALFORMED(ErrorCode.INVALID_REQUEST),
    CLAIMS_MALFORMED(ErrorCode.INVALID_REQUEST),
    ACR_UNSUPPORTED(ErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS),
    ID_TOKEN_HINT_NOT_OURS(ErrorCode.INVALID_REQUEST),
    LOGIN_REQUIRED(ErrorCode.LOGIN_REQUIRED),
    CONSENT_REQUIRED(ErrorCode.CONSENT_REQUIRED),
    ANOTHER_PERSON_SIGNED_IN(ErrorCode.LOGIN_REQUIRED),
    REQUEST_OBJECT_NOT_GOOD(ErrorCode.INVALID_REQUEST_OBJECT),
    REQUEST_OBJECT_UNSIGNED(ErrorCode.INVALID_REQUEST_OBJECT),
    REQUEST_OBJECT_TWICE(ErrorCode.INVALID_REQUEST),
    REQUEST_OBJECT_REQUIRED(ErrorCode.INVALID_REQUEST),
    REQUEST_URI_NOT_REGISTERED(ErrorCode.INVALID_REQUEST_URI),
    REQUEST_URI_UNREADABLE(ErrorCode.INVALID_REQUEST_URI),
    REGISTRATION_PARAMETER(ErrorCode.REGISTRATION_NOT_SUPPORTED),
    PERSON_REFUSED(ErrorCode.ACCESS_DENIED),
    PAGE_OUT_OF_DATE(ErrorCode.INVALID_REQUEST),
    NO_ROOM_TO_WAIT(ErrorCode.NO_ROOM),
    NO_PAGE_TO_SHOW(ErrorCode.INVALID_REQUEST),
    POST_LOGOUT_REDIRECT_URI_NOT_REGISTERED(ErrorCode.INVALID_REQUEST),

    // The API that a token is for.
    RESOURCE_UNKNOWN(ErrorCode.INVALID_TARGET),
    RESOURCE_WITHOUT_SCOPE(ErrorCode.INVALID_TARGET),
    RESOURCE_NOT_GRANTED(ErrorCode.INVALID_TARGET),
    RESOURCES_SIGNED_DIFFERENTLY(ErrorCode.INVALID_TARGET),
    RESOURCE_AMBIGUOUS(ErrorCode.INVALID_TARGET),
    RESOURCE_CHANGING(ErrorCode.NOT_NOW),

    // Client authentication.
    CLIENT_AUTHENTICATION_FAILED(ErrorCode.INVALID_CLIENT),
    CLIENT_AUTHENTICATED_TWICE(ErrorCode.INVALID_REQUEST),
    CLIENT_ID_DIFFERS(ErrorCode.INVALID_REQUEST),
    CLIENT_SECRET_REQUIRED(ErrorCode.UNAUTHORIZED_CLIENT),
    ASSERTION_TYPE_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    ASSERTION_MALFORMED(ErrorCode.INVALID_ASSERTION),
    ASSERTION_ALGORITHM_UNSUPPORTED(ErrorCode.INVALID_ASSERTION),
    ASSERTION_AUDIENCE_WRONG(ErrorCode.INVALID_ASSERTION),
    ASSERTION_EXPIRED(ErrorCode.INVALID_ASSERTION),
    ASSERTION_USED_BEFORE(ErrorCode.INVALID_ASSERTION),
    ASSERTION_NOT_YET_VALID(ErrorCode.INVALID_ASSERTION),
    ASSERTION_LIVES_TOO_LONG(ErrorCode.INVALID_ASSERTION),

    // The token endpoint and revocation.
    TOKEN_REQUEST_NOT_POSTED(ErrorCode.INVALID_REQUEST),
    PARAMETERS_IN_ADDRESS(ErrorCode.INVALID_REQUEST),
    GRANT_TYPE_UNSUPPORTED(ErrorCode.UNSUPPORTED_GRANT_TYPE),
    GRANT_TYPE_NOT_REGISTERED(ErrorCode.UNAUTHORIZED_CLIENT),
    CODE_OR_TOKEN_NOT_GOOD(ErrorCode.INVALID_GRANT),
    CODE_VERIFIER_NOT_GOOD(ErrorCode.UNPROVED_GRANT),
    REDIRECT_URI_DIFFERS(ErrorCode.UNPROVED_GRANT),
    PASSWORD_NOT_GOOD(ErrorCode.WRONG_PASSWORD),
    SIGN_IN_THROTTLED(ErrorCode.THROTTLED),
    TOKEN_OF_ANOTHER_CLIENT(ErrorCode.UNAUTHORIZED_CLIENT),

    // Registration.
    REGISTRATION_CLOSED(ErrorCode.MISSING_TOKEN),
    INITIAL_ACCESS_TOKEN_MISSING(ErrorCode.MISSING_TOKEN),
    INITIAL_ACCESS_TOKEN_WRONG(ErrorCode.INVALID_TOKEN),
    REGISTRATION_ACCESS_TOKEN_MISSING(ErrorCode.MISSING_TOKEN),
    REGISTRATION_ACCESS_TOKEN_WRONG(ErrorCode.INVALID_TOKEN),
    JSON_OBJECT_REQUIRED(ErrorCode.INVALID_REQUEST),
    METADATA_MISSING(ErrorCode.INVALID_CLIENT_METADATA),
    METADATA_MALFORMED(ErrorCode.INVALID_CLIENT_METADATA),
    METADATA_UNSUPPORTED(ErrorCode.INVALID_CLIENT_METADATA),
    METADATA_CONTRADICTORY(ErrorCode.INVALID_CLIENT_METADATA),
    GRANT_TYPE_NOT_OPEN(ErrorCode.INVALID_CLIENT_METADATA),
    METADATA_TOO_LARGE(ErrorCode.INVALID_CLIENT_METADATA),
    METADATA_OF_THE_SERVER(ErrorCode.INVALID_REQUEST),
    SCOPE_NOT_ON_OFFER(ErrorCode.INVALID_CLIENT_METADATA),
    REDIRECT_URIS_MISSING(ErrorCode.INVALID_REDIRECT_URI),
    REDIRECT_URI_NOT_ALLOWED(ErrorCode.INVALID_REDIRECT_URI),
    POST_LOGOUT_REDIRECT_URI_NOT_ALLOWED(ErrorCode.INVALID_CLIENT_METADATA),
    SOFTWARE_STATEMENT_NOT_GOOD(ErrorCode.INVALID_SOFTWARE_STATEMENT),
    SOFTWARE_STATEMENT_UNAPPROVED(ErrorCode.UNAPPROVED_SOFTWARE_STATEMENT),
    KEYS_MALFORMED(ErrorCode.INVALID_CLIENT_METADATA),
    PRIVATE_KEY_SENT(ErrorCode.INVALID_CLIENT_METADATA),
    CLIENT_HAS_NO_SECRET(ErrorCode.INVALID_REQUEST),

    // Administration.
    KEY_ALGORITHM_UNKNOWN(ErrorCode.INVALID_REQUEST),
    PERSON_MALFORMED(ErrorCode.INVALID_REQUEST),
    USERNAME_TAKEN(ErrorCode.INVALID_REQUEST),
    MAIL_NOT_POSSIBLE(ErrorCode.INVALID_REQUEST),
    RESOURCE_MALFORMED(ErrorCode.INVALID_REQUEST),
    RESOURCE_TAKEN(ErrorCode.CONFLICT),
    APPLICATION_TAKEN(ErrorCode.CONFLICT),
    RESOURCE_OF_THE_SETTINGS(ErrorCode.CONFLICT),
    RESOURCE_IN_USE(ErrorCode.CONFLICT),
    VERSION_MISSING(ErrorCode.PRECONDITION_REQUIRED),
    VERSION_OUT_OF_DATE(ErrorCode.PRECONDITION_FAILED),

    // A protected API.
    TOKEN_MISSING(ErrorCode.MISSING_TOKEN),
    TOKEN_MISPLACED(ErrorCode.INVALID_TOKEN_REQUEST),
    TOKEN_SENT_TWICE(ErrorCode.INVALID_TOKEN_REQUEST),
    ACCESS_TOKEN_NOT_GOOD(ErrorCode.INVALID_TOKEN),
    TOKEN_HEADER_MALFORMED(ErrorCode.INVALID_TOKEN_REQUEST),
    TOKEN_MALFORMED(ErrorCode.INVALID_TOKEN),
    TOKEN_EXPIRED(ErrorCode.INVALID_TOKEN),
    TOKEN_NOT_YET_VALID(ErrorCode.INVALID_TOKEN),
    TOKEN_FOR_ANOTHER_API(ErrorCode.INVALID_TOKEN),
    TOKEN_OF_ANOTHER_ISSUER(ErrorCode.INVALID_TOKEN),
    TOKEN_OF_ANOTHER_KIND(ErrorCode.INVALID_TOKEN),
    TOKEN_SIGNATURE_WRONG(ErrorCode.INVALID_TOKEN),
    TOKEN_KEY_UNKNOWN(ErrorCode.INVALID_TOKEN),
    TOKEN_ALGORITHM_UNSUPPORTED(ErrorCode.INVALID_TOKEN),
    GRANT_ENDED(ErrorCode.INVALID_TOKEN),
    SCOPE_INSUFFICIENT(ErrorCode.INSUFFICIENT_SCOPE),
    PERSON_REQUIRED(ErrorCode.INSUFFICIENT_SCOPE),
    APPLICATION_REQUIRED(ErrorCode.INSUFFICIENT_SCOPE),
    KEYS_NOT_HERE(ErrorCode.ISSUER_AWAY),
    STATUS_NOT_HERE(ErrorCode.ISSUER_AWAY),

    // HTTP.
    REQUEST_MALFORMED(ErrorCode.INVALID_REQUEST),
    PATH_AMBIGUOUS(ErrorCode.INVALID_REQUEST),
    ADDRESS_UNKNOWN(ErrorCode.INVALID_REQUEST),
    METHOD_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    REQUEST_TOO_LARGE(ErrorCode.INVALID_REQUEST),
    REQUEST_TOO_SLOW(ErrorCode.INVALID_REQUEST),
    TOO_MANY_REQUESTS(ErrorCode.TOO_MANY_REQUESTS),
    CONTENT_TYPE_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    CONTENT_ENCODING_UNSUPPORTED(ErrorCode.INVALID_REQUEST),
    INTERNAL_CALLER_UNKNOWN(ErrorCode.UNKNOWN_CALLER),

    // Ours to mend.
    SERVICE_AWAY(ErrorCode.TEMPORARILY_UNAVAILABLE),
    SERVICE_BUSY(ErrorCode.NO_ROOM),
    SERVICE_FAILED(ErrorCode.SERVER_ERROR);

    private final ErrorCode errorCode;

    Reason(ErrorCode errorCode) {
        this.errorCode = errorCode;
    }

    /** What the client reads of it beside the page. */
    public ErrorCode errorCode() {
        return errorCode;
    }

    /**
     * A refusal for this reason.
     *
     * @param fault what is wrong, and to be told to whom the code says; what strangers wrote is
     *     always among the values
     */
    @FormatMethod
    public OAuthError error(@FormatString String fault, Object... values) {
        return new OAuthError(this, fault.formatted(values));
    }

    /** The exception that ends the request for this reason, as {@link #error} says it. */
    @FormatMethod
    public OAuthException refuse(@FormatString String fault, Object... values) {
        return error(fault, values).refuse();
    }

    /** The value on the wire, for example {@code parameter-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value of {@code error_uri}: the page that explains it.
     *
     * @param issuer which an API may have been told with a slash at its end
     */
    public String page(String issuer) {
        String address = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return address + "/errors/" + code();
    }

    /** The reason written so on the wire; empty when we know none of that name. */
    public static Optional<Reason> find(String code) {
        return Stream.of(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code();
    }
}
