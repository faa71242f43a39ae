package guichet.kit.error;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.RETRY_AFTER;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE;

import guichet.oauth.BearerChallenge;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import guichet.oauth.http.HttpFault;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers. */
@Singleton
class ErrorMapper {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    private final String issuer;

    ErrorMapper(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> refusal(OAuthException refusal) {
        return answer(refusal.error());
    }

    /** A neighbour failed, did not answer in time, or its circuit breaker is open. */
    @ServerExceptionMapper({
        FaultToleranceException.class,
        ProcessingException.class,
        ClientWebApplicationException.class
    })
    RestResponse<ErrorBody> outage(Exception outage) {
        LOG.warn("a neighbour is away", outage);
        return answer(Reason.SERVICE_AWAY.error("%s", outage.toString()));
    }

    /** What the framework refuses itself: no such path, method or media type. */
    @ServerExceptionMapper
    RestResponse<ErrorBody> http(WebApplicationException refused) {
        Response response = refused.getResponse();
        if (response.getStatus() >= 500) {
            return bug(refused);
        }
        var answer = builder(HttpFault.of(response.getStatus()).error(), response.getStatusInfo());
        if (response.getHeaderString("Allow") != null) {
            answer.header("Allow", response.getHeaderString("Allow"));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> bug(Throwable bug) {
        if (DatabaseOutage.isBehind(bug)) {
            LOG.error("the database is away", bug);
            return answer(Reason.SERVICE_AWAY.error("%s", bug.toString()));
        }
        LOG.error("unforeseen failure", bug);
        return answer(Reason.SERVICE_FAILED.error("%s", bug.toString()));
    }

    private RestResponse<ErrorBody> answer(OAuthError error) {
        var answer = builder(error, Response.Status.fromStatusCode(error.status()));
        challenge(error).ifPresent(it -> answer.header(WWW_AUTHENTICATE, it));
        error.retryAfter().ifPresent(rest -> answer.header(RETRY_AFTER, rest.toSeconds()));
        return answer.build();
    }

    /** RFC 6749 §5.2 for clients, RFC 6750 §3 for bearers of access tokens. */
    private Optional<String> challenge(OAuthError error) {
        return switch (error.code().challenge()) {
            case NONE -> Optional.empty();
            case BASIC -> Optional.of("Basic realm=\"guichet\"");
            case BEARER -> Optional.of(BearerChallenge.PLAIN.to(error, issuer));
        };
    }

    private ResponseBuilder<ErrorBody> builder(OAuthError error, Response.StatusType status) {
        RefusalLog.answered(error);
        return ResponseBuilder.create(status, ErrorBody.of(error, issuer))
                .type(APPLICATION_JSON_TYPE)
                .header(CACHE_CONTROL, "no-store");
    }
}
