package guichet.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The refusals of RFC 6750 §3, in {@code WWW-Authenticate} and as JSON. */
final class BearerChallenge {
    private BearerChallenge() {}

    /** No token came: what is needed, and no error code, RFC 6750 §3.1. */
    static Response missing(String scope) {
        return answer(
                401,
                "Bearer scope=\"%s\"".formatted(scope),
                new Fault("invalid_token", "send an access token: Authorization: Bearer …"));
    }

    /** The token came in a way that is not taken, or more than once. */
    static Response invalidRequest(String description) {
        return answer(400, new Fault("invalid_request", description));
    }

    /** The token is not good. */
    static Response invalidToken(String description) {
        return answer(401, new Fault("invalid_token", description));
    }

    /** The token is good, but not for this. */
    static Response insufficientScope(String scope, String description) {
        var fault = new Fault("insufficient_scope", description);
        return answer(403, challenge(fault) + ", scope=\"%s\"".formatted(scope), fault);
    }

    /** There are no keys yet. */
    static Response unavailable() {
        return Response.status(503)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.RETRY_AFTER, 5)
                .entity(
                        new Fault(
                                "temporarily_unavailable",
                                "the issuer's keys are not here yet: try again shortly"))
                .build();
    }

    private static Response answer(int status, Fault fault) {
        return answer(status, challenge(fault), fault);
    }

    private static Response answer(int status, String challenge, Fault fault) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(fault)
                .build();
    }

    private static String challenge(Fault fault) {
        return "Bearer error=\"%s\", error_description=\"%s\""
                .formatted(fault.error(), fault.description());
    }

    /** The JSON beside the header. */
    record Fault(
            @JsonProperty("error") String error,
            @JsonProperty("error_description") String description) {}
}
