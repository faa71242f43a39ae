package guichet.authorization.flow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.request.AuthorizationAnswer;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.request.AuthorizationRequests;
import guichet.authorization.request.PendingRequests;
import guichet.authorization.request.Recipient;
import guichet.oauth.OAuthException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The authorization endpoint, RFC 6749 §3.1. */
@Path("/auth")
@RunOnVirtualThread
class AuthorizationEndpoint {
    private final AuthorizationRequests requests;
    private final PendingRequests pending;
    private final AuthorizationAnswer answer;
    private final Visitors visitors;
    private final NextStep nextStep;

    AuthorizationEndpoint(
            AuthorizationRequests requests,
            PendingRequests pending,
            AuthorizationAnswer answer,
            Visitors visitors,
            NextStep nextStep) {
        this.requests = requests;
        this.pending = pending;
        this.answer = answer;
        this.visitors = visitors;
        this.nextStep = nextStep;
    }

    @GET
    public RestResponse<String> get(@Context UriInfo address, @Context HttpHeaders headers) {
        return authorize(address.getQueryParameters(), headers);
    }

    /**
     * A request too long for an address; it comes from the application's site and bears no token.
     */
    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> post(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return visitors.of(headers).browser().isNew()
                ? authorizeUnrecognised(body)
                : authorize(body, headers);
    }

    /**
     * A post from another site comes without our cookies, which are SameSite=Lax. The request waits
     * for the browser to follow the redirect: then it is recognised, and signed in if it was.
     */
    private RestResponse<String> authorizeUnrecognised(MultivaluedMap<String, String> parameters) {
        Recipient recipient = requests.recipient(parameters);
        try {
            String handle = pending.keepForTheFirst(requests.read(recipient, parameters));
            return Redirect.to(nextStep.signIn(handle), Optional.empty());
        } catch (OAuthException refused) {
            return failure(recipient, refused);
        }
    }

    private RestResponse<String> authorize(
            MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        Recipient recipient = requests.recipient(parameters);
        Visitor visitor = visitors.of(headers);
        try {
            AuthorizationRequest request = requests.read(recipient, parameters);
            URI next =
                    nextStep.of(
                            request,
                            visitor.person(),
                            () -> pending.keep(request, visitor.browser().sha256()));
            return Redirect.to(next, visitor.browser().newCookie());
        } catch (OAuthException refused) {
            return failure(recipient, refused);
        }
    }

    private RestResponse<String> failure(Recipient recipient, OAuthException refused) {
        URI back = answer.failure(recipient.failureUri(), recipient.state(), refused.error());
        return Redirect.to(back, Optional.empty());
    }

    @ServerExceptionMapper
    RestResponse<String> page(OAuthException refused) {
        return ErrorPage.of(refused.error());
    }

    @ServerExceptionMapper
    RestResponse<String> page(WebApplicationException refused) {
        return ErrorPage.of(refused);
    }

    @ServerExceptionMapper
    RestResponse<String> page(RuntimeException bug) {
        return ErrorPage.of(bug);
    }
}
