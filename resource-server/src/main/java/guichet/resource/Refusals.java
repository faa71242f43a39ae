package guichet.resource;

import guichet.oauth.BearerChallenge;
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
    private final BearerChallenge challenge;
    private final String issuer;

    Refusals(ResourceConfig config, @ConfigProperty(name = "guichet.issuer") String issuer) {
        String identifier = config.identifier();
        this.challenge = BearerChallenge.ofApi(identifier, ResourceMetadata.addressFor(identifier));
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
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge.to(error, issuer));
        }
        error.retryAfter()
                .ifPresent(rest -> answer.header(HttpHeaders.RETRY_AFTER, rest.toSeconds()));
        return answer.build();
    }
}
