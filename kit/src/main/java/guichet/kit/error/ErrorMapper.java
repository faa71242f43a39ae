package guichet.kit.error;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE;

import guichet.kit.log.Outage;
import guichet.kit.metric.Refusals;
import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.http.HttpFault;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
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

    private static final Pattern JSON = Pattern.compile("/?(register|admin|internal)(/|$)");
    private static final String FORM = "a form, application/x-www-form-urlencoded";

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
        LOG.warnf("a neighbour is away: %s", Outage.words(outage));
        return answer(Reason.SERVICE_AWAY.error("%s", outage.toString()));
    }

    /** Whoever caused it can do nothing about it: what they send is checked before. */
    @ServerExceptionMapper
    RestResponse<ErrorBody> refusedByNeighbour(NeighbourRefusal refusal) {
        LOG.error("what was asked is refused", refusal);
        return answer(Reason.SERVICE_AWAY.error("%s", refusal.toString()));
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

    /** What the body had better be: JSON where metadata is kept, a form elsewhere. */
    @ServerExceptionMapper
    RestResponse<ErrorBody> type(NotSupportedException refused, UriInfo address) {
        String taken = JSON.matcher(address.getPath()).lookingAt() ? "application/json" : FORM;
        return builder(HttpFault.ofType(taken).error(), Response.Status.UNSUPPORTED_MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<ErrorBody> bug(Throwable bug) {
        if (DatabaseOutage.isBehind(bug)) {
            LOG.errorf("the database is away: %s", Outage.words(bug));
            return answer(Reason.SERVICE_AWAY.error("%s", bug.toString()));
        }
        LOG.error("unforeseen failure", bug);
        return answer(Reason.SERVICE_FAILED.error("%s", bug.toString()));
    }

    private RestResponse<ErrorBody> answer(OAuthError error) {
        return builder(error, Response.Status.fromStatusCode(error.status())).build();
    }

    private ResponseBuilder<ErrorBody> builder(OAuthError error, Response.StatusType status) {
        Refusals.answered(error);
        var answer =
                ResponseBuilder.create(status, new ErrorBody(error, issuer))
                        .type(APPLICATION_JSON_TYPE);
        error.headers(issuer).forEach(answer::header);
        return answer;
    }
}
