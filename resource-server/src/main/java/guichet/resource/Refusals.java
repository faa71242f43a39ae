package guichet.resource;

import guichet.oauth.ErrorCode;
import guichet.oauth.OAuthError;
import guichet.oauth.RefusalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The refusals of RFC 6750 §3, in {@code WWW-Authenticate} and as JSON. */
@ApplicationScoped
class Refusals {
    private final String realm;
    private final String issuer;

    Refusals(ResourceConfig config, @ConfigProperty(name = "guichet.issuer") String issuer) {
        String identifier = config.identifier();
        this.realm =
                "Bearer realm=\"%s\", resource_metadata=\"%s\""
                        .formatted(
                                quotable(identifier),
                                quotable(ResourceMetadata.addressFor(identifier)));
        this.issuer = issuer;
    }

    /** The answer; a challenge is in it unless the same token may be good later. */
    Response answer(OAuthError error) {
        RefusalLog.answered(error);
        var answer =
                Response.status(error.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(error.parameters(issuer));
        if (error.code() != ErrorCode.ISSUER_AWAY) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(error));
        }
        error.retryAfter()
                .ifPresent(rest -> answer.header(HttpHeaders.RETRY_AFTER, rest.toSeconds()));
        return answer.build();
    }

    /** No token came: what is needed, and no error code in the challenge, RFC 6750 §3.1. */
    private String challenge(OAuthError error) {
        String scope = error.scope().map(", scope=\"%s\""::formatted).orElse("");
        return error.code() == ErrorCode.MISSING_TOKEN
                ? realm + scope
                : "%s, error=\"%s\", error_description=\"%s\", error_uri=\"%s\"%s"
                        .formatted(
                                realm,
                                error.code(),
                                error.description(),
                                quotable(error.reason().page(issuer)),
                                scope);
    }

    /** Without the characters that RFC 6750 §3 keeps out of attributes. */
    private static String quotable(String text) {
        return text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "");
    }
}
