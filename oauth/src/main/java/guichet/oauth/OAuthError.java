package guichet.oauth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is refused; made by {@link Reason#error} only.
 *
 * @param reason in a code of ours, which has a page
 * @param fault what is wrong, for the log, and for the client unless the {@link ErrorCode} keeps it
 *     from it; holds identifiers, never secrets, codes or tokens
 * @param bearer what whoever refuses says of itself where it asks for a token, RFC 6750 §3
 * @param retryAfter how long to wait, RFC 9110 §10.2.3, where it is known
 */
public record OAuthError(
        Reason reason, String fault, BearerChallenge bearer, Optional<Duration> retryAfter) {

    OAuthError(Reason reason, String fault) {
        this(reason, fault, BearerChallenge.PLAIN, Optional.empty());
    }

    public OAuthError withChallenge(BearerChallenge own) {
        return new OAuthError(reason, fault, own, retryAfter);
    }

    public OAuthError withRetryAfter(Duration rest) {
        return new OAuthError(reason, fault, bearer, Optional.of(rest));
    }

    public ErrorCode code() {
        return reason.errorCode();
    }

    /** The HTTP status when the error is answered as JSON. */
    public int status() {
        return code().status();
    }

    /** The value of {@code error_description}: what to change, in one sentence. */
    public String description() {
        return code().told(fault);
    }

    /** What the log says; for most refusals the same as the description. */
    public String cause() {
        return ErrorDescription.of(fault);
    }

    /** What the client reads, RFC 6749 §4.1.2.1 and §5.2, in this order. */
    public Map<String, String> parameters(String issuer) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", code().value());
        parameters.put("error_description", description());
        parameters.put("error_uri", reason.page(issuer));
        return parameters;
    }

    /** The headers that the answer has for it, RFC 6749 §5.2, RFC 6750 §3, RFC 9110 §10.2.3. */
    public Map<String, String> headers(String issuer) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "no-store");
        challenge(issuer).ifPresent(it -> headers.put("WWW-Authenticate", it));
        retryAfter.ifPresent(it -> headers.put("Retry-After", String.valueOf(it.toSeconds())));
        return headers;
    }

    /** RFC 6749 §5.2 for clients, RFC 6750 §3 for bearers of access tokens. */
    private Optional<String> challenge(String issuer) {
        return switch (code().challenge()) {
            case NONE -> Optional.empty();
            case BASIC -> Optional.of("Basic realm=\"guichet\"");
            case BEARER -> Optional.of(bearer.toString());
            case BEARER_WITH_ERROR -> Optional.of(bearer.with(parameters(issuer)).toString());
        };
    }

    /** The exception that ends the request with this error. */
    public OAuthException refuse() {
        return new OAuthException(this);
    }
}
