package guichet.resource;

import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.RefusalLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals, RFC 6750 §3, unless the application has a mapper of its own for them. */
@Singleton
class RefusalMapper {
    private final String issuer;

    RefusalMapper(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    @ServerExceptionMapper(priority = Priorities.USER + 1)
    RestResponse<Map<String, String>> answer(OAuthException refusal) {
        OAuthError error = refusal.error();
        RefusalLog.answered(error);
        var answer =
                ResponseBuilder.create(
                                RestResponse.Status.fromStatusCode(error.status()),
                                error.parameters(issuer))
                        .type(MediaType.APPLICATION_JSON_TYPE);
        error.headers(issuer).forEach(answer::header);
        return answer.build();
    }
}
