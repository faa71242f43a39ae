package guichet.oauth;

/**
 * Why a request is refused: the client reads code and description, only the log reads the cause.
 *
 * <p>The component {@code reason} says it in a code of ours, which has a page. Components named
 * {@code fault} are sent to the client and say what to change. Components named {@code cause} are
 * for the log alone; they hold identifiers, never secrets, codes or tokens.
 */
public sealed interface OAuthError {
    /** A parameter is missing, repeated or malformed, RFC 6749 §5.2. */
    record InvalidRequest(Reason reason, String fault) implements OAuthError {}

    /** The client could not be authenticated, RFC 6749 §5.2. */
    record InvalidClient(Reason reason, String cause) implements OAuthError {}

    /** The client's assertion is malformed, whoever sent it, RFC 7521 §4.2.1. */
    record InvalidAssertion(Reason reason, String fault) implements OAuthError {}

    /** The code, password or refresh token is not good for this client, RFC 6749 §5.2. */
    record InvalidGrant(Reason reason, String cause) implements OAuthError {}

    /** Too many wrong passwords: the person's name rests for a while, known to us or not. */
    record SignInThrottled(Reason reason, long retryAfterSeconds) implements OAuthError {}

    /** The client is not registered for this grant type, RFC 6749 §5.2. */
    record UnauthorizedClient(Reason reason, String fault) implements OAuthError {}

    /** No such grant type here, RFC 6749 §5.2. */
    record UnsupportedGrantType(Reason reason, String fault) implements OAuthError {}

    /** No such response type here, RFC 6749 §4.1.2.1. */
    record UnsupportedResponseType(Reason reason, String fault) implements OAuthError {}

    /** The scope is unknown, malformed or more than the client may have, RFC 6749 §5.2. */
    record InvalidScope(Reason reason, String fault) implements OAuthError {}

    /** The person, or a rule of the server, said no, RFC 6749 §4.1.2.1. */
    record AccessDenied(Reason reason, String fault) implements OAuthError {}

    /** A redirect address cannot be registered, RFC 7591 §3.2.2. */
    record InvalidRedirectUri(Reason reason, String fault) implements OAuthError {}

    /** A field of the client metadata cannot be registered, RFC 7591 §3.2.2. */
    record InvalidClientMetadata(Reason reason, String field, String fault) implements OAuthError {}

    /** The software statement is not good, RFC 7591 §3.2.2. */
    record InvalidSoftwareStatement(Reason reason, String fault) implements OAuthError {}

    /** Nobody who is trusted here made the software statement, RFC 7591 §3.2.2. */
    record UnapprovedSoftwareStatement(Reason reason, String fault) implements OAuthError {}

    /** The bearer token is missing a property it needs here, RFC 6750 §3.1. */
    record InvalidToken(Reason reason, String fault) implements OAuthError {}

    /** The API is unknown, or more than was granted, RFC 8707 §2. */
    record InvalidTarget(Reason reason, String fault) implements OAuthError {}

    /** The person would have to sign in, OpenID Connect Core §3.1.2.6. */
    record LoginRequired(Reason reason, String fault) implements OAuthError {}

    /** The person would have to approve, OpenID Connect Core §3.1.2.6. */
    record ConsentRequired(Reason reason, String fault) implements OAuthError {}

    /** No sign-in here is what was asked for, Unmet Authentication Requirements 1.0 §3. */
    record UnmetAuthenticationRequirements(Reason reason, String fault) implements OAuthError {}

    /** The request object is not good, RFC 9101 §7. */
    record InvalidRequestObject(Reason reason, String fault) implements OAuthError {}

    /** The address of the request object cannot be used, RFC 9101 §7. */
    record InvalidRequestUri(Reason reason, String fault) implements OAuthError {}

    /** Clients are not registered on the way, OpenID Connect Core §3.1.2.6. */
    record RegistrationNotSupported(Reason reason, String fault) implements OAuthError {}

    /** The bearer token opens something else, RFC 6750 §3.1. */
    record InsufficientScope(Reason reason, String fault) implements OAuthError {}

    /** The request bears no token, which is no fault to be named, RFC 6750 §3.1. */
    record MissingToken(Reason reason) implements OAuthError {}

    /** A neighbour does not answer; the same request may succeed later, RFC 6749 §4.1.2.1. */
    record TemporarilyUnavailable(Reason reason, String cause) implements OAuthError {}

    /** A fault of ours, RFC 6749 §4.1.2.1. */
    record ServerError(Reason reason, String cause) implements OAuthError {}

    /** Why exactly; the page of it explains what to change. */
    Reason reason();

    /** The value of {@code error} on the wire. */
    default String code() {
        return switch (this) {
            case InvalidRequest _ -> "invalid_request";
            case InvalidClient _, InvalidAssertion _ -> "invalid_client";
            case InvalidGrant _, SignInThrottled _ -> "invalid_grant";
            case UnauthorizedClient _ -> "unauthorized_client";
            case UnsupportedGrantType _ -> "unsupported_grant_type";
            case UnsupportedResponseType _ -> "unsupported_response_type";
            case InvalidScope _ -> "invalid_scope";
            case AccessDenied _ -> "access_denied";
            case InvalidRedirectUri _ -> "invalid_redirect_uri";
            case InvalidClientMetadata _ -> "invalid_client_metadata";
            case InvalidSoftwareStatement _ -> "invalid_software_statement";
            case UnapprovedSoftwareStatement _ -> "unapproved_software_statement";
            case InvalidToken _ -> "invalid_token";
            case InvalidTarget _ -> "invalid_target";
            case LoginRequired _ -> "login_required";
            case ConsentRequired _ -> "consent_required";
            case UnmetAuthenticationRequirements _ -> "unmet_authentication_requirements";
            case InvalidRequestObject _ -> "invalid_request_object";
            case InvalidRequestUri _ -> "invalid_request_uri";
            case RegistrationNotSupported _ -> "registration_not_supported";
            case InsufficientScope _ -> "insufficient_scope";
            case MissingToken _ -> "invalid_token";
            case TemporarilyUnavailable _ -> "temporarily_unavailable";
            case ServerError _ -> "server_error";
        };
    }

    /** The HTTP status when the error is answered as JSON. */
    default int status() {
        return switch (this) {
            case InvalidClient _, InvalidAssertion _, InvalidToken _, MissingToken _ -> 401;
            case AccessDenied _, InsufficientScope _ -> 403;
            case TemporarilyUnavailable _ -> 503;
            case ServerError _ -> 500;
            case InvalidRequest _,
                    InvalidGrant _,
                    SignInThrottled _,
                    UnauthorizedClient _,
                    UnsupportedGrantType _,
                    UnsupportedResponseType _,
                    InvalidScope _,
                    InvalidRedirectUri _,
                    InvalidClientMetadata _,
                    InvalidSoftwareStatement _,
                    UnapprovedSoftwareStatement _,
                    InvalidTarget _,
                    LoginRequired _,
                    ConsentRequired _,
                    UnmetAuthenticationRequirements _,
                    InvalidRequestObject _,
                    InvalidRequestUri _,
                    RegistrationNotSupported _ ->
                    400;
        };
    }

    /** The value of {@code error_description}: what to change, in one sentence. */
    default String description() {
        return ErrorDescription.of(words());
    }

    private String words() {
        return switch (this) {
            case InvalidClient _ ->
                    "client authentication failed: check client_id, the secret or key, and the"
                            + " registered token_endpoint_auth_method";
            case InvalidGrant _ ->
                    "the code, password or refresh token is unknown, expired, used or not yours";
            case SignInThrottled(_, long seconds) ->
                    "too many attempts for this username: wait %d seconds".formatted(seconds);
            case TemporarilyUnavailable _ -> "a part of the service is away: try again shortly";
            case ServerError _ -> "the service failed: the operator's log says why";
            case InvalidClientMetadata(_, var field, var fault) -> field + ": " + fault;
            case InvalidRequest(_, var fault) -> fault;
            case InvalidAssertion(_, var fault) -> fault;
            case UnauthorizedClient(_, var fault) -> fault;
            case UnsupportedGrantType(_, var fault) -> fault;
            case UnsupportedResponseType(_, var fault) -> fault;
            case InvalidScope(_, var fault) -> fault;
            case AccessDenied(_, var fault) -> fault;
            case InvalidRedirectUri(_, var fault) -> fault;
            case InvalidSoftwareStatement(_, var fault) -> fault;
            case UnapprovedSoftwareStatement(_, var fault) -> fault;
            case InvalidToken(_, var fault) -> fault;
            case InvalidTarget(_, var fault) -> fault;
            case LoginRequired(_, var fault) -> fault;
            case ConsentRequired(_, var fault) -> fault;
            case UnmetAuthenticationRequirements(_, var fault) -> fault;
            case RegistrationNotSupported(_, var fault) -> fault;
            case InvalidRequestObject(_, var fault) -> fault;
            case InvalidRequestUri(_, var fault) -> fault;
            case InsufficientScope(_, var fault) -> fault;
            case MissingToken _ -> "send the access token in the header Authorization: Bearer";
        };
    }

    /** What the log says; for most refusals the same as the description. */
    default String cause() {
        return switch (this) {
            case InvalidClient(_, var cause) -> cause;
            case InvalidGrant(_, var cause) -> cause;
            case TemporarilyUnavailable(_, var cause) -> cause;
            case ServerError(_, var cause) -> cause;
            case InvalidRequest _,
                    InvalidAssertion _,
                    SignInThrottled _,
                    UnauthorizedClient _,
                    UnsupportedGrantType _,
                    UnsupportedResponseType _,
                    InvalidScope _,
                    AccessDenied _,
                    InvalidRedirectUri _,
                    InvalidClientMetadata _,
                    InvalidSoftwareStatement _,
                    UnapprovedSoftwareStatement _,
                    InvalidToken _,
                    InvalidTarget _,
                    LoginRequired _,
                    ConsentRequired _,
                    UnmetAuthenticationRequirements _,
                    InvalidRequestObject _,
                    InvalidRequestUri _,
                    RegistrationNotSupported _,
                    InsufficientScope _,
                    MissingToken _ ->
                    description();
        };
    }

    /** The exception that ends the request with this error. */
    default OAuthException refuse() {
        return new OAuthException(this);
    }
}
