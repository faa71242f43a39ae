package guichet.authorization.flow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.consent.Consents;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.request.AuthorizationAnswer;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.Form;
import guichet.oauth.OAuthError.AccessDenied;
import guichet.oauth.OAuthError.InvalidRequest;
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
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The approval page. Its field {@code decision}, {@code allow} or {@code deny}, is an interface.
 */
@Path("/consent")
@RunOnVirtualThread
class ConsentEndpoint {
    private final Visitors visitors;
    private final WaitingRequests waiting;
    private final Approvals approvals;
    private final Consents consents;
    private final NextStep nextStep;
    private final AuthorizationAnswer answer;

    ConsentEndpoint(
            Visitors visitors,
            WaitingRequests waiting,
            Approvals approvals,
            Consents consents,
            NextStep nextStep,
            AuthorizationAnswer answer) {
        this.visitors = visitors;
        this.waiting = waiting;
        this.approvals = approvals;
        this.consents = consents;
        this.nextStep = nextStep;
        this.answer = answer;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.flatMap(handle -> waiting.find(request, visitor.browser()))
                .map(it ->
                        visitor.person()
                                .map(who -> page(it, visitor, who))
                                .orElseGet(() -> signIn(it)))
                .orElseGet(ErrorPage::startAgain);
    }

    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        var fields = new Form(body);
        Visitor visitor = visitors.of(headers);
        Optional<WaitingRequest> posted = waiting.posted(fields, visitor.browser());
        if (posted.isEmpty() || posted.get().request().isEmpty()) {
            return ErrorPage.startAgain();
        }
        // Somebody else may have signed in, in another tab, since the page was shown.
        return visitor.person()
                .filter(person -> fields.find("person").equals(Optional.of(shown(person))))
                .map(person -> decided(posted.get(), person, fields))
                .map(next -> Redirect.to(next, Optional.empty()))
                .orElseGet(() ->
                        Redirect.to(nextStep.approval(posted.get().handle()), Optional.empty()));
    }

    private static String shown(SignedIn person) {
        return person.personId().toString();
    }

    private URI decided(WaitingRequest waiting, SignedIn person, Form fields) {
        AuthorizationRequest request = waiting.request().orElseThrow();
        return switch (fields.require("decision")) {
            case "allow" -> {
                consents.remember(person.personId(), request.clientId(), request.scope());
                yield nextStep.back(request, person);
            }
            case "deny" -> denied(waiting.client().orElseThrow(), request);
            default -> throw new InvalidRequest("decision must be allow or deny").refuse();
        };
    }

    private URI denied(RegisteredClient client, AuthorizationRequest request) {
        return answer.failure(
                client.failureRedirectUri().orElse(request.redirectUri()),
                request.state(),
                new AccessDenied("the person refused"));
    }

    private RestResponse<String> page(WaitingRequest waiting, Visitor visitor, SignedIn person) {
        RegisteredClient client = waiting.client().orElseThrow();
        var approval = approvals.of(client, waiting.request().orElseThrow(), person);
        var template =
                Templates.consent(
                        waiting.handle(), visitor.browser().csrf(), shown(person), approval);
        return new Page(Status.OK, template, waiting.leadsTo(), client.logoUri().stream().toList())
                .answer(Optional.empty());
    }

    private RestResponse<String> signIn(WaitingRequest waiting) {
        URI next = nextStep.of(waiting.request().orElseThrow(), Optional.empty(), waiting::handle);
        return Redirect.to(next, Optional.empty());
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
