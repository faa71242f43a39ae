package guichet.authorization.protocol.flow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.page.Templates.Account;
import guichet.authorization.people.person.People;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.people.ticket.StaleForms;
import guichet.authorization.protocol.flow.SignInDemands.Finding;
import guichet.oauth.Reason;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The page on which to choose an account, OpenID Connect Core §3.1.2.1, {@code select_account}. Its
 * field {@code choice}, {@code continue} or {@code another}, is an interface.
 */
@Path("/login/choice")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class AccountChoiceEndpoint {
    private final Visitors visitors;
    private final WaitingRequests waiting;
    private final SignInDemands demands;
    private final People people;
    private final NextStep nextStep;
    private final StaleForms staleForms;
    private final PreferredLanguage language;

    AccountChoiceEndpoint(
            Visitors visitors,
            WaitingRequests waiting,
            SignInDemands demands,
            People people,
            NextStep nextStep,
            StaleForms staleForms,
            PreferredLanguage language) {
        this.visitors = visitors;
        this.waiting = waiting;
        this.demands = demands;
        this.people = people;
        this.nextStep = nextStep;
        this.staleForms = staleForms;
        this.language = language;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.flatMap(handle -> waiting.find(handle, visitor.browser()))
                .map(it ->
                        visitor.person()
                                .filter(who -> demands.check(it, who) == Finding.UNCHOSEN)
                                .map(who -> page(it, visitor.browser(), who))
                                .orElseGet(() ->
                                        Redirect.fromPage(
                                                nextStep.of(it, visitor.person()), headers)))
                .orElseGet(ErrorPage::startAgain);
    }

    @POST
    @Limited(Limit.FORM)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> choose(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return visitor.browser()
                .posted(body)
                .flatMap(form ->
                        waiting.find(form, visitor.browser()).map(it -> chosen(it, visitor, form)))
                .map(next -> Redirect.fromPage(next, headers))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private Step chosen(WaitingRequest request, Visitor visitor, PostedForm form) {
        return switch (form.require("choice")) {
            case "continue" -> goOn(request, visitor, form);
            case "another" -> nextStep.signIn(request.handle());
            default ->
                    throw Reason.PARAMETER_MALFORMED.refuse("choice must be continue or another");
        };
    }

    private Step goOn(WaitingRequest request, Visitor visitor, PostedForm form) {
        WaitingRequest chosen =
                visitor.sender(form)
                        .flatMap(person -> waiting.choose(request, visitor.browser(), person))
                        .orElse(request);
        return nextStep.of(chosen, visitor.person());
    }

    private RestResponse<String> page(WaitingRequest request, Browser browser, SignedIn person) {
        UUID personId = person.personId();
        String username = people.get(personId).username();
        var account = new Account(personId, username, person.displayName());
        var template =
                Templates.choice(
                        request.handle(),
                        browser.csrf(),
                        request.ticket(language.get()).application(),
                        account);
        return Page.of(Status.OK, template).leadingTo(request.leadsTo()).answer();
    }
}
