package guichet.authorization.protocol.flow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.authorization.protocol.request.AuthorizationRequests;
import guichet.authorization.protocol.request.PendingRequests;
import guichet.authorization.protocol.request.Recipient;
import guichet.authorization.protocol.request.RequestObjects;
import guichet.authorization.protocol.request.ResolvedRequest;
import guichet.oauth.OAuthException;
import guichet.registryclient.RegisteredClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The authorization endpoint, RFC 6749 §3.1. */
@Path("/auth")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class AuthorizationEndpoint {
    private final RequestObjects requestObjects;
    private final AuthorizationRequests requests;
    private final PendingRequests pending;
    private final WaitingRequests waiting;
    private final Visitors visitors;
    private final NextStep nextStep;
    private final Failures failures;

    AuthorizationEndpoint(
            RequestObjects requestObjects,
            AuthorizationRequests requests,
            PendingRequests pending,
            WaitingRequests waiting,
            Visitors visitors,
            NextStep nextStep,
            Failures failures) {
        this.requestObjects = requestObjects;
        this.requests = requests;
        this.pending = pending;
        this.waiting = waiting;
        this.visitors = visitors;
        this.nextStep = nextStep;
        this.failures = failures;
    }

    @GET
    public RestResponse<String> get(@Context UriInfo address, @Context HttpHeaders headers) {
        return authorize(address.getQueryParameters(), headers, visitors.of(headers));
    }

    /**
     * A request too long for an address; it comes from the application's site and bears no token.
     */
    @POST
    @Limited(Limit.AUTHORIZATION_REQUEST)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> post(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return visitor.browser().isNew()
                ? authorizeUnrecognised(body, headers, visitor)
                : authorize(body, headers, visitor);
    }

    /**
     * A post from another site comes without our cookies, which are SameSite=Lax. The request waits
     * for the browser to follow the redirect: then it is recognised, and signed in if it was.
     */
    private RestResponse<String> authorizeUnrecognised(
            MultivaluedMap<String, String> parameters, HttpHeaders headers, Visitor visitor) {
        return answer(
                parameters,
                headers,
                visitor.person(),
                Optional.empty(),
                (_, request) -> nextStep.resumption(pending.keepForTheFirst(request)));
    }

    /** Where a posted request goes on. */
    @GET
    @Path("/resume")
    public RestResponse<String> resume(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.flatMap(handle -> waiting.claim(handle, visitor.browser()))
                .map(it -> nextStep.of(it, visitor.person()))
                .map(next -> Redirect.fromPage(next, headers, visitor.browser().newCookie()))
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> authorize(
            MultivaluedMap<String, String> parameters, HttpHeaders headers, Visitor visitor) {
        return answer(
                parameters,
                headers,
                visitor.person(),
                visitor.browser().newCookie(),
                (client, request) ->
                        nextStep.of(
                                client,
                                request,
                                visitor.person(),
                                () -> pending.keep(request, visitor.browser().sha256())));
    }

    /** A fault before the recipient is known is a page; every later one goes to the recipient. */
    private RestResponse<String> answer(
            Map<String, List<String>> sent,
            HttpHeaders headers,
            Optional<SignedIn> person,
            Optional<NewCookie> cookie,
            BiFunction<RegisteredClient, AuthorizationRequest, Step> then) {
        ResolvedRequest asked = requestObjects.resolve(sent);
        Recipient recipient = requests.recipient(asked.parameters());
        try {
            AuthorizationRequest request = requests.read(recipient, asked.good());
            return Redirect.to(then.apply(recipient.client(), request), headers, cookie);
        } catch (OAuthException refused) {
            Step failed = failures.of(recipient, refused.error(), person);
            return Redirect.to(failed, headers, Optional.empty());
        }
    }
}
