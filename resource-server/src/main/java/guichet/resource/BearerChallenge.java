package guichet.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import guichet.oauth.ErrorDescription;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The refusals of RFC 6750 §3, in {@code WWW-Authenticate} and as JSON. */
@ApplicationScoped
class BearerChallenge {
    private final String realm;
    private final String issuer;

    BearerChallenge(ResourceConfig config, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.realm =
                "Bearer realm=\"%s\", resource_metadata=\"%s\""
                        .formatted(
                                quotable(config.identifier()),
                                quotable(ResourceMetadata.addressFor(config.identifier())));
        this.issuer = issuer;
    }

    /** No token came: what is needed, and no error code in the challenge, RFC 6750 §3.1. */
    Response missing(String scope) {
        var fault =
                fault(
                        "invalid_token",
                        Reason.TOKEN_MISSING,
                        "send an access token in the header Authorization: Bearer");
        return answer(401, realm + scoped(scope), fault);
    }

    /** The token came in a way that is not taken, or more than once. */
    Response invalidRequest(Reason reason, String description) {
        return answer(400, fault("invalid_request", reason, description), "");
    }

    /** The token is not good. */
    Response invalidToken(TokenFault fault) {
        return answer(401, fault("invalid_token", fault.reason(), fault.advice()), "");
    }

    /** The token is good, but not for this. */
    Response insufficientScope(Reason reason, String scope, String description) {
        return answer(403, fault("insufficient_scope", reason, description), scoped(scope));
    }

    /** Nobody can tell now whether the token is good. */
    Response unavailable(TokenFault fault) {
        return Response.status(503)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.RETRY_AFTER, 2)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(fault("temporarily_unavailable", fault.reason(), fault.advice()))
                .build();
    }

    private Fault fault(String error, Reason reason, String description) {
        String words = ErrorDescription.of(description);
        RefusalLog.answered(reason, error, words);
        return new Fault(error, words, reason.page(issuer));
    }

    private Response answer(int status, Fault fault, String more) {
        String challenge =
                "%s, error=\"%s\", error_description=\"%s\", error_uri=\"%s\"%s"
                        .formatted(
                                realm,
                                fault.error(),
                                fault.description(),
                                quotable(fault.uri()),
                                more);
        return answer(status, challenge, fault);
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
            @JsonProperty("error_description") String description,
            @JsonProperty("error_uri") String uri) {}
}
