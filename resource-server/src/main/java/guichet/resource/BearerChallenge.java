package guichet.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The refusals of RFC 6750 §3, in {@code WWW-Authenticate} and as JSON. */
@ApplicationScoped
class BearerChallenge {
    private final String realm;

    BearerChallenge(ResourceConfig config) {
        this.realm =
                "Bearer realm=\"%s\", resource_metadata=\"%s\""
                        .formatted(
                                quotable(config.identifier()),
                                quotable(ResourceMetadata.addressFor(config.identifier())));
    }

    /** No token came: what is needed, and no error code in the challenge, RFC 6750 §3.1. */
    Response missing(String scope) {
        return answer(
                401,
                realm + scoped(scope),
                new Fault("invalid_token", "send an access token: Authorization: Bearer …"));
    }

    /** The token came in a way that is not taken, or more than once. */
    Response invalidRequest(String description) {
        return answer(400, new Fault("invalid_request", description), "");
    }

    /** The token is not good. */
    Response invalidToken(String description) {
        return answer(401, new Fault("invalid_token", description), "");
    }

    /** The token is good, but not for this. */
    Response insufficientScope(String scope, String description) {
        return answer(403, new Fault("insufficient_scope", description), scoped(scope));
    }

    /** Nobody can tell now whether the token is good. */
    Response unavailable(String description) {
        return Response.status(503)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.RETRY_AFTER, 2)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Fault("temporarily_unavailable", description))
                .build();
    }

    private Response answer(int status, Fault fault, String more) {
        return answer(
                status,
                "%s, error=\"%s\", error_description=\"%s\"%s"
                        .formatted(realm, fault.error(), quotable(fault.description()), more),
                fault);
    }

    private static Response answer(int status, String challenge, Fault fault) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(fault)
                .build();
    }

    private static String scoped(String scope) {
        return ", scope=\"%s\"".formatted(scope);
    }

    /** Without the characters that RFC 6750 §3 keeps out of attributes. */
    private static String quotable(String text) {
        return text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "");
    }

    /** The JSON beside the header. */
    record Fault(
            @JsonProperty("error") String error,
            @JsonProperty("error_description") String description) {}
}
