package guichet.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why exactly a request is refused: our own stable code beside the coarse one of the RFC. Each has
 * a page, {@code docs/errors/<code>.md}, which the service shows and {@code error_uri} names.
 *
 * <p>No code tells an unknown client from a wrong secret, an unknown person from a wrong password,
 * or one bad code or refresh token from another.
 */
public enum Reason {
    // Parameters of any request.
    PARAMETER_MISSING,
    PARAMETER_REPEATED,
    PARAMETER_TOO_LONG,
    PARAMETER_MALFORMED,

    // Scopes.
    SCOPE_MALFORMED,
    SCOPE_NOT_AVAILABLE,
    SCOPE_EMPTY,
    SCOPE_NOT_GRANTED,
    SCOPE_WITHOUT_OPENID,

    // The authorization request and the person's pages.
    CLIENT_UNKNOWN,
    REDIRECT_URI_MISSING,
    REDIRECT_URI_NOT_REGISTERED,
    RESPONSE_TYPE_UNSUPPORTED,
    RESPONSE_TYPE_NOT_REGISTERED,
    IMPLICIT_FLOW_ABANDONED,
    PKCE_REQUIRED,
    PKCE_METHOD_UNSUPPORTED,
    CODE_CHALLENGE_MALFORMED,
    RESPONSE_MODE_UNSUPPORTED,
    PROMPT_UNSUPPORTED,
    PROMPT_CONTRADICTORY,
    MAX_AGE_MALFORMED,
    CLAIMS_MALFORMED,
    ACR_UNSUPPORTED,
    ID_TOKEN_HINT_NOT_OURS,
    LOGIN_REQUIRED,
    CONSENT_REQUIRED,
    ANOTHER_PERSON_SIGNED_IN,
    REQUEST_OBJECT_NOT_GOOD,
    REQUEST_OBJECT_UNSIGNED,
    REQUEST_OBJECT_TWICE,
    REQUEST_URI_NOT_REGISTERED,
    REQUEST_URI_UNREADABLE,
    REGISTRATION_PARAMETER,
    PERSON_REFUSED,
    PAGE_OUT_OF_DATE,
    MAIL_LIMIT_REACHED,
    POST_LOGOUT_REDIRECT_URI_NOT_REGISTERED,

    // The API that a token is for.
    RESOURCE_UNKNOWN,
    RESOURCE_WITHOUT_SCOPE,
    RESOURCE_NOT_GRANTED,
    RESOURCES_SIGNED_DIFFERENTLY,

    // Client authentication.
    CLIENT_AUTHENTICATION_FAILED,
    CLIENT_AUTHENTICATED_TWICE,
    CLIENT_ID_DIFFERS,
    CLIENT_SECRET_REQUIRED,
    ASSERTION_TYPE_UNSUPPORTED,
    ASSERTION_MALFORMED,
    ASSERTION_ALGORITHM_UNSUPPORTED,
    ASSERTION_AUDIENCE_WRONG,
    ASSERTION_EXPIRED,
    ASSERTION_USED_BEFORE,
    ASSERTION_NOT_YET_VALID,
    ASSERTION_LIVES_TOO_LONG,

    // The token endpoint and revocation.
    TOKEN_REQUEST_NOT_POSTED,
    PARAMETERS_IN_ADDRESS,
    GRANT_TYPE_UNSUPPORTED,
    GRANT_TYPE_NOT_REGISTERED,
    CODE_OR_TOKEN_NOT_GOOD,
    PASSWORD_NOT_GOOD,
    SIGN_IN_THROTTLED,
    TOKEN_OF_ANOTHER_CLIENT,

    // Registration.
    REGISTRATION_CLOSED,
    INITIAL_ACCESS_TOKEN_MISSING,
    INITIAL_ACCESS_TOKEN_WRONG,
    REGISTRATION_ACCESS_TOKEN_WRONG,
    JSON_OBJECT_REQUIRED,
    METADATA_MISSING,
    METADATA_MALFORMED,
    METADATA_UNSUPPORTED,
    METADATA_CONTRADICTORY,
    METADATA_OF_THE_SERVER,
    SCOPE_NOT_ON_OFFER,
    REDIRECT_URI_NOT_ALLOWED,
    SOFTWARE_STATEMENT_NOT_GOOD,
    SOFTWARE_STATEMENT_UNAPPROVED,
    KEYS_MALFORMED,
    PRIVATE_KEY_SENT,
    CLIENT_HAS_NO_SECRET,

    // Administration.
    KEY_ALGORITHM_UNKNOWN,
    PERSON_MALFORMED,
    USERNAME_TAKEN,
    MAIL_NOT_POSSIBLE,

    // A protected API.
    TOKEN_MISSING,
    TOKEN_MISPLACED,
    TOKEN_SENT_TWICE,
    ACCESS_TOKEN_NOT_GOOD,
    TOKEN_HEADER_MALFORMED,
    TOKEN_MALFORMED,
    TOKEN_EXPIRED,
    TOKEN_NOT_YET_VALID,
    TOKEN_FOR_ANOTHER_API,
    TOKEN_OF_ANOTHER_ISSUER,
    TOKEN_OF_ANOTHER_KIND,
    TOKEN_SIGNATURE_WRONG,
    TOKEN_KEY_UNKNOWN,
    TOKEN_ALGORITHM_UNSUPPORTED,
    GRANT_ENDED,
    SCOPE_INSUFFICIENT,
    PERSON_REQUIRED,
    APPLICATION_REQUIRED,
    KEYS_NOT_HERE,
    STATUS_NOT_HERE,

    // HTTP.
    REQUEST_MALFORMED,
    ADDRESS_UNKNOWN,
    METHOD_UNSUPPORTED,
    REQUEST_TOO_LARGE,
    CONTENT_TYPE_UNSUPPORTED,
    CONTENT_ENCODING_UNSUPPORTED,
    INTERNAL_CALLER_UNKNOWN,

    // Ours to mend.
    SERVICE_AWAY,
    SERVICE_BUSY,
    SERVICE_FAILED;

    /** The value on the wire, for example {@code parameter-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code error_uri}: the page that explains it. */
    public String page(String issuer) {
        return issuer + "/errors/" + code();
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
