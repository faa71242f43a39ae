package guichet.authorization.protocol.flow;

import static guichet.kit.audit.AuditEvent.CONSENT_REFUSED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.people.ticket.StaleForms;
import guichet.authorization.protocol.flow.SignInDemands.Finding;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.authorization.protocol.request.AuthorizationRequests;
import guichet.authorization.protocol.request.Recipient;
import guichet.kit.audit.Audit;
import guichet.oauth.Reason;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The approval page. Its field {@code decision}, {@code allow} or {@code deny}, is an interface.
 */
@Path("/consent")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class ConsentEndpoint {
    private final Visitors visitors;
    private final WaitingRequests waiting;
    private final AuthorizationRequests requests;
    private final Approvals approvals;
    private final NextStep nextStep;
    private final Failures failures;
    private final SignInDemands demands;
    private final StaleForms staleForms;
    private final Audit audit;

    ConsentEndpoint(
            Visitors visitors,
            WaitingRequests waiting,
            AuthorizationRequests requests,
            Approvals approvals,
            NextStep nextStep,
            Failures failures,
            SignInDemands demands,
            StaleForms staleForms,
            Audit audit) {
        this.visitors = visitors;
        this.waiting = waiting;
        this.requests = requests;
        this.approvals = approvals;
        this.nextStep = nextStep;
        this.failures = failures;
        this.demands = demands;
        this.staleForms = staleForms;
        this.audit = audit;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.flatMap(handle -> waiting.find(handle, visitor.browser()))
                .map(it -> shown(it, visitor, headers))
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> shown(
            WaitingRequest waiting, Visitor visitor, HttpHeaders headers) {
        if (!isAtHome(waiting)) {
            throw Reason.REDIRECT_URI_NOT_REGISTERED.refuse(
                    "the application has taken away the redirect_uri of this request since it"
                            + " asked: start again there");
        }
        return visitor.person()
                .filter(who -> isAccepted(waiting, who))
                .map(who -> page(waiting, visitor, who))
                .orElseGet(
                        () -> Redirect.fromPage(nextStep.of(waiting, visitor.person()), headers));
    }

    @POST
    @Limited(Limit.FORM)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return visitor.browser()
                .posted(body)
                .flatMap(form ->
                        waiting.find(form, visitor.browser()).map(it -> next(it, visitor, form)))
                .map(next -> Redirect.fromPage(next, headers))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private Step next(WaitingRequest waiting, Visitor visitor, PostedForm form) {
        return visitor.sender(form)
                .filter(person -> isAccepted(waiting, person))
                .map(person -> decided(waiting, person, form))
                .orElseGet(() -> nextStep.approval(waiting.handle()));
    }

    /**
     * The address of this page can be typed in: the sign-in may be older than is demanded. And it
     * may have been open for a while: what it says may be true no more.
     */
    private boolean isAccepted(WaitingRequest waiting, SignedIn person) {
        return isAtHome(waiting)
                && demands.check(waiting, person) == Finding.MET
                && requests.faultOf(waiting.client(), waiting.request()).isEmpty();
    }

    private boolean isAtHome(WaitingRequest waiting) {
        return requests.isAtHome(waiting.client(), waiting.request());
    }

    private Step decided(WaitingRequest waiting, SignedIn person, PostedForm form) {
        AuthorizationRequest request = waiting.request();
        RegisteredClient client = waiting.client();
        return switch (form.require("decision")) {
            case "allow" -> nextStep.approved(client, request, person);
            case "deny" -> {
                audit.tell(
                        CONSENT_REFUSED,
                        PERSON.is(person.personId()),
                        CLIENT.is(request.clientId()));
                yield failures.chosen(
                        Recipient.of(client, request),
                        Reason.PERSON_REFUSED.error("the person refused"),
                        person);
            }
            default -> throw Reason.PARAMETER_MALFORMED.refuse("decision must be allow or deny");
        };
    }

    private RestResponse<String> page(WaitingRequest waiting, Visitor visitor, SignedIn person) {
        RegisteredClient client = waiting.client();
        var approval = approvals.of(client, waiting.request(), person);
        var template =
                Templates.consent(
                        waiting.handle(), visitor.browser().csrf(), person.personId(), approval);
        return Page.of(Status.OK, template).leadingTo(waiting.leadsTo()).answer();
    }
}
