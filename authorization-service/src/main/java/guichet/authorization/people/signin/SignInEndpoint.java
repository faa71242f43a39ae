package guichet.authorization.people.signin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.language.Messages;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.OpenerPolicy;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.page.Templates.SignInFault;
import guichet.authorization.people.person.People;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.SignInMethod.Password;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.people.signin.SignIn.Attempt.Failed;
import guichet.authorization.people.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.people.signin.SignIn.Attempt.Throttled;
import guichet.authorization.people.ticket.ReturnTicket;
import guichet.authorization.people.ticket.ReturnTicket.ToAccount;
import guichet.authorization.people.ticket.ReturnTickets;
import guichet.authorization.people.ticket.StaleForms;
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
    private static final SignInFault WRONG = new SignInFault(Messages::wrongPassword, false);

    private final Visitors visitors;
    private final ReturnTickets tickets;
    private final SignIn signIn;
    private final People people;
    private final JustSignedIn signedIn;
    private final StaleForms staleForms;

    SignInEndpoint(
            Visitors visitors,
            ReturnTickets tickets,
            SignIn signIn,
            People people,
            JustSignedIn signedIn,
            StaleForms staleForms) {
        this.visitors = visitors;
        this.tickets = tickets;
        this.signIn = signIn;
        this.people = people;
        this.signedIn = signedIn;
        this.staleForms = staleForms;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return request.isEmpty()
                ? OpenerPolicy.apart(showOfItself(visitor, headers))
                : tickets.find(request, visitor.browser())
                        .map(it -> form(it, visitor.browser(), Status.OK, name(it, visitor), null))
                        .orElseGet(ErrorPage::startAgain);
    }

    /** On the way to nothing but the account. */
    private RestResponse<String> showOfItself(Visitor visitor, HttpHeaders headers) {
        var ticket = new ToAccount();
        return visitor.person().isPresent()
                ? tickets.goOn(ticket, visitor, headers, Optional.empty())
                : form(ticket, visitor.browser(), Status.OK, "", null);
    }

    /** Whoever chose an account and has to sign in to it need not say which. */
    private String name(ReturnTicket ticket, Visitor visitor) {
        return visitor.person()
                .filter(person -> ticket.isChosen(person.personId()))
                .map(person -> people.get(person.personId()).username())
                .orElse(ticket.loginHint());
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
                        tickets.find(form, browser).map(it -> attempt(it, form, browser, headers)))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private RestResponse<String> attempt(
            ReturnTicket ticket, PostedForm form, Browser browser, HttpHeaders headers) {
        String username = form.find("username").orElse("");
        String password = form.find("password").orElse("");
        var proofs = browser.deviceProofs();
        return switch (signIn.attempt(username, password, proofs, ticket.client())) {
            case Succeeded(var person) -> signedIn.goOn(ticket, person, new Password(), headers);
            case Failed() -> form(ticket, browser, Status.FORBIDDEN, username, WRONG);
            case Throttled rest -> throttled(ticket, browser, username, rest);
        };
    }

    private static RestResponse<String> throttled(
            ReturnTicket ticket, Browser browser, String username, Throttled rest) {
        var fault = new SignInFault(rest.advice(), true);
        var page = form(ticket, browser, Status.TOO_MANY_REQUESTS, username, fault);
        page.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, rest.retryAfterSeconds());
        return page;
    }

    private static RestResponse<String> form(
            ReturnTicket ticket,
            Browser browser,
            Status status,
            String username,
            @Nullable SignInFault fault) {
        var template =
                Templates.login(
                        ticket.handle(), browser.csrf(), ticket.application(), username, fault);
        return Page.of(status, template).leadingTo(ticket.leadsTo()).answer(browser.newCookie());
    }
}
