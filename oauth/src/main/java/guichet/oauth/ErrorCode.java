package guichet.oauth;

/**
 * What the client reads of a refusal: the value of {@code error}, the HTTP status, and either what
 * is wrong or, where that would help somebody who tries, the same words whatever is wrong.
 */
public enum ErrorCode {
    /** A parameter is missing, repeated or malformed, RFC 6749 §5.2. */
    INVALID_REQUEST("invalid_request", 400),

    /** What is there does not let it happen, RFC 9110 §15.5.10. */
    CONFLICT("invalid_request", 409),

    /** Somebody changed it since it was looked at, RFC 9110 §15.5.13. */
    PRECONDITION_FAILED("invalid_request", 412),

    /** It must be said which version is changed, RFC 6585 §3. */
    PRECONDITION_REQUIRED("invalid_request", 428),

    /** The client could not be authenticated, RFC 6749 §5.2. */
    INVALID_CLIENT(
            "invalid_client",
            401,
            Challenge.BASIC,
            "client authentication failed: check client_id, the secret or key, and the registered"
                    + " token_endpoint_auth_method"),

    /** The client's assertion is malformed, whoever sent it, RFC 7521 §4.2.1. */
    INVALID_ASSERTION("invalid_client", 401, Challenge.BASIC),

    /** The caller is not one of our services. */
    UNKNOWN_CALLER("invalid_client", 401, Challenge.BEARER),

    /** The code or refresh token is not good for this client, RFC 6749 §5.2. */
    INVALID_GRANT(
            "invalid_grant",
            400,
            Challenge.NONE,
            "the code or refresh token is unknown, expired, used or not yours"),

    /** What has to go with the client's own code is missing or wrong, RFC 7636 §4.6. */
    UNPROVED_GRANT("invalid_grant", 400),

    /** The person's name or password is wrong, known to us or not, RFC 6749 §4.3.2. */
    WRONG_PASSWORD(
            "invalid_grant",
            400,
            Challenge.NONE,
            "username and password do not go together: ask the person for them again"),

    /** Too many wrong passwords: the person's name rests for a while, known to us or not. */
    THROTTLED("invalid_grant", 400),

    /** The client is not registered for this grant type, RFC 6749 §5.2. */
    UNAUTHORIZED_CLIENT("unauthorized_client", 400),

    /** No such grant type here, RFC 6749 §5.2. */
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),

    /** No such response type here, RFC 6749 §4.1.2.1. */
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type", 400),

    /** The scope is unknown, malformed or more than the client may have, RFC 6749 §5.2. */
    INVALID_SCOPE("invalid_scope", 400),

    /** The person, or a rule of the server, said no, RFC 6749 §4.1.2.1. */
    ACCESS_DENIED("access_denied", 403),

    /** A redirect address cannot be registered, RFC 7591 §3.2.2. */
    INVALID_REDIRECT_URI("invalid_redirect_uri", 400),

    /** A field of the client metadata cannot be registered, RFC 7591 §3.2.2. */
    INVALID_CLIENT_METADATA("invalid_client_metadata", 400),

    /** The software statement is not good, RFC 7591 §3.2.2. */
    INVALID_SOFTWARE_STATEMENT("invalid_software_statement", 400),

    /** Nobody who is trusted here made the software statement, RFC 7591 §3.2.2. */
    UNAPPROVED_SOFTWARE_STATEMENT("unapproved_software_statement", 400),

    /** The API is unknown, or more than was granted, RFC 8707 §2. */
    INVALID_TARGET("invalid_target", 400),

    /** The person would have to sign in, OpenID Connect Core §3.1.2.6. */
    LOGIN_REQUIRED("login_required", 400),

    /** The person would have to approve, OpenID Connect Core §3.1.2.6. */
    CONSENT_REQUIRED("consent_required", 400),

    /** No sign-in here is what was asked for, Unmet Authentication Requirements 1.0 §3. */
    UNMET_AUTHENTICATION_REQUIREMENTS("unmet_authentication_requirements", 400),

    /** The request object is not good, RFC 9101 §7. */
    INVALID_REQUEST_OBJECT("invalid_request_object", 400),

    /** The address of the request object cannot be used, RFC 9101 §7. */
    INVALID_REQUEST_URI("invalid_request_uri", 400),

    /** Clients are not registered on the way, OpenID Connect Core §3.1.2.6. */
    REGISTRATION_NOT_SUPPORTED("registration_not_supported", 400),

    /** The bearer token is not sent as it must be, RFC 6750 §3.1. */
    INVALID_TOKEN_REQUEST("invalid_request", 400, Challenge.BEARER_WITH_ERROR),

    /** The bearer token is not good, RFC 6750 §3.1. */
    INVALID_TOKEN("invalid_token", 401, Challenge.BEARER_WITH_ERROR),

    /** No bearer token came, or none would do: no fault that a challenge names, RFC 6750 §3.1. */
    MISSING_TOKEN("invalid_token", 401, Challenge.BEARER),

    /** The bearer token opens something else, RFC 6750 §3.1. */
    INSUFFICIENT_SCOPE("insufficient_scope", 403, Challenge.BEARER_WITH_ERROR),

    /** A neighbour does not answer; the same request may succeed later, RFC 6749 §4.1.2.1. */
    TEMPORARILY_UNAVAILABLE(
            "temporarily_unavailable",
            503,
            Challenge.NONE,
            "a part of the service is away: try again shortly"),

    /** As much is kept or done for others as there is room for, RFC 6749 §4.1.2.1. */
    NO_ROOM("temporarily_unavailable", 503),

    /** What it depends on is being changed; the same request may succeed later. */
    NOT_NOW("temporarily_unavailable", 503),

    /** So many requests came from one place that others would have to wait, RFC 6585 §4. */
    TOO_MANY_REQUESTS("temporarily_unavailable", 429),

    /** Without the issuer nobody can tell whether a bearer token is good. */
    ISSUER_AWAY("temporarily_unavailable", 503),

    /** A fault of ours, RFC 6749 §4.1.2.1. */
    SERVER_ERROR(
            "server_error", 500, Challenge.NONE, "the service failed: the operator's log says why");

    /** How the answer asks for proof, RFC 9110 §11.6.1. */
    enum Challenge {
        NONE,
        /** Of a client's secret, RFC 6749 §5.2. */
        BASIC,
        /** By a token, where nothing is wrong with one, RFC 6750 §3. */
        BEARER,
        /** By another token, or one that is sent in another way, RFC 6750 §3.1. */
        BEARER_WITH_ERROR
    }

    private final String value;
    private final int status;
    private final Challenge challenge;
    private final String words;

    ErrorCode(String value, int status) {
        this(value, status, Challenge.NONE);
    }

    ErrorCode(String value, int status, Challenge challenge) {
        this(value, status, challenge, "");
    }

    ErrorCode(String value, int status, Challenge challenge, String words) {
        this.value = value;
        this.status = status;
        this.challenge = challenge;
        this.words = words;
    }

    /** The value of {@code error} on the wire. */
    public String value() {
        return value;
    }

    /** The HTTP status when the error is answered as JSON. */
    public int status() {
        return status;
    }

    Challenge challenge() {
        return challenge;
    }

    /** Whether the client reads what is wrong, and not only the log. */
    boolean tellsFault() {
        return words.isEmpty();
    }

    /** What the client reads when this is wrong. */
    String told(String fault) {
        return ErrorDescription.of(tellsFault() ? fault : words);
    }

    @Override
    public String toString() {
        return value;
    }
}
