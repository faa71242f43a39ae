package guichet.authorization.flow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.flow.SignInDemands.Finding;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.OpenerPolicy;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.page.Templates.SignInFault;
import guichet.authorization.person.People;
import guichet.authorization.session.Browser;
import guichet.authorization.session.PostedForm;
import guichet.authorization.session.SignedIn;
import guichet.authorization.signin.SignIn;
import guichet.authorization.signin.SignIn.Attempt.Failed;
import guichet.authorization.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.signin.SignIn.Attempt.Throttled;
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
import org.jspecify.annotations.Nullable;

/** The sign-in page. Its fields {@code username} and {@code password} are an interface. */
@Path("/login")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class SignInEndpoint {
    private static final SignInFault WRONG =
            new SignInFault("This name and password do not go together.", false);

    private final Visitors visitors;
    private final WaitingRequests waiting;
    private final SignIn signIn;
    private final SignInDemands demands;
    private final People people;
    private final NextStep nextStep;
    private final JustSignedIn signedIn;
    private final StaleForms staleForms;

    SignInEndpoint(
            Visitors visitors,
            WaitingRequests waiting,
            SignIn signIn,
            SignInDemands demands,
            People people,
            NextStep nextStep,
            JustSignedIn signedIn,
            StaleForms staleForms) {
        this.visitors = visitors;
        this.waiting = waiting;
        this.signIn = signIn;
        this.demands = demands;
        this.people = people;
        this.nextStep = nextStep;
        this.signedIn = signedIn;
        this.staleForms = staleForms;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.isPresent()
                ? show(request, visitor, headers)
                : OpenerPolicy.apart(showOfItself(visitor, headers));
    }

    /** On the way to nothing but the account. */
    private RestResponse<String> showOfItself(Visitor visitor, HttpHeaders headers) {
        return visitor.person().isPresent()
                ? Redirect.to(nextStep.account(), headers, Optional.empty())
                : show(Optional.empty(), visitor, headers);
    }

    private RestResponse<String> show(
            Optional<String> request, Visitor visitor, HttpHeaders headers) {
        boolean isFirst = waiting.claim(request, visitor.browser());
        Optional<WaitingRequest> found = waiting.find(request, visitor.browser());
        if (isFirst && found.isPresent()) {
            Step next = nextStep.of(found.get(), visitor.person());
            return Redirect.fromPage(next, headers, visitor.browser().newCookie());
        }
        return found.map(it -> form(it, visitor.browser(), Status.OK, name(it, visitor), null))
                .orElseGet(ErrorPage::startAgain);
    }

    /** Whoever chose an account and has to sign in to it again need not say which. */
    private String name(WaitingRequest waiting, Visitor visitor) {
        return visitor.person()
                .filter(person -> hasToProve(waiting, person))
                .map(person -> people.get(person.personId()).username())
                .orElse(waiting.loginHint());
    }

    private boolean hasToProve(WaitingRequest waiting, SignedIn person) {
        return waiting.request()
                .filter(request -> request.demand().wasChosen(person))
                .filter(_ -> demands.check(waiting, person) == Finding.UNMET)
                .isPresent();
    }

    @POST
    @Limited(Limit.SIGN_IN)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> signIn(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        Browser browser = visitor.browser();
        return browser.posted(body)
                .flatMap(form ->
                        waiting.find(form, browser).map(it -> attempt(it, form, browser, headers)))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private RestResponse<String> attempt(
            WaitingRequest request, PostedForm form, Browser browser, HttpHeaders headers) {
        String username = form.find("username").orElse("");
        String password = form.find("password").orElse("");
        var proofs = browser.deviceProofs();
        return switch (signIn.attempt(username, password, proofs, request.clientId())) {
            case Succeeded(var person) -> signedIn.goOn(request, person, headers);
            case Failed() -> form(request, browser, Status.FORBIDDEN, username, WRONG);
            case Throttled rest -> throttled(request, browser, username, rest);
        };
    }

    private static RestResponse<String> throttled(
            WaitingRequest request, Browser browser, String username, Throttled rest) {
        var fault = new SignInFault(rest.advice(), true);
        var page = form(request, browser, Status.TOO_MANY_REQUESTS, username, fault);
        page.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, rest.retryAfterSeconds());
        return page;
    }

    private static RestResponse<String> form(
            WaitingRequest waiting,
            Browser browser,
            Status status,
            String username,
            @Nullable SignInFault fault) {
        var template =
                Templates.login(
                        waiting.handle(), browser.csrf(), waiting.application(), username, fault);
        return Page.of(status, template).leadingTo(waiting.leadsTo()).answer(browser.newCookie());
    }
}
