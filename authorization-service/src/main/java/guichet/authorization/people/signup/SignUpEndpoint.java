package guichet.authorization.people.signup;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Notice;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.SignInMethod.Password;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.people.signin.JustSignedIn;
import guichet.authorization.people.ticket.ReturnTicket;
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
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The page on which to make an account. Its fields {@code username}, {@code name}, {@code email}
 * and {@code password} are an interface.
 */
@Path("/signup")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class SignUpEndpoint {
    private static final Map<String, Text> NAME_TAKEN = Map.of("username", Messages::userNameTaken);

    private final SignInLinks links;
    private final Visitors visitors;
    private final ReturnTickets tickets;
    private final SignUps signUps;
    private final JustSignedIn signedIn;
    private final StaleForms staleForms;

    SignUpEndpoint(
            SignInLinks links,
            Visitors visitors,
            ReturnTickets tickets,
            SignUps signUps,
            JustSignedIn signedIn,
            StaleForms staleForms) {
        this.links = links;
        this.visitors = visitors;
        this.tickets = tickets;
        this.signUps = signUps;
        this.signedIn = signedIn;
        this.staleForms = staleForms;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return tickets.find(request, browser)
                .map(it ->
                        links.isSignUp()
                                ? form(it, browser, Status.OK, SignUpForm.EMPTY, Map.of())
                                : closed(it))
                .orElseGet(ErrorPage::startAgain);
    }

    @POST
    @Limited(Limit.SIGN_UP)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> signUp(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        Browser browser = visitor.browser();
        return browser.posted(body)
                .flatMap(form ->
                        tickets.find(form, browser)
                                .map(it ->
                                        links.isSignUp()
                                                ? signUp(it, form, browser, headers)
                                                : refused(it)))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private RestResponse<String> signUp(
            ReturnTicket ticket, PostedForm posted, Browser browser, HttpHeaders headers) {
        SignUpForm form = SignUpForm.of(posted);
        Map<String, Text> faults = signUps.faults(form);
        if (!faults.isEmpty()) {
            return form(ticket, browser, Status.BAD_REQUEST, form, faults);
        }
        return signUps.add(form.newcomer(), signUps.hash(form))
                .map(person -> signedIn.goOn(ticket, person, new Password(), headers))
                .orElseGet(() -> form(ticket, browser, Status.CONFLICT, form, NAME_TAKEN));
    }

    private RestResponse<String> form(
            ReturnTicket ticket,
            Browser browser,
            Status status,
            SignUpForm form,
            Map<String, Text> faults) {
        var view =
                FormView.of(Messages::createAccount, "/signup", Messages::createAccount)
                        .application(ticket.application())
                        .hidden(Map.of("request", ticket.handle(), "csrf", browser.csrf()))
                        .fields(form.fields(signUps.shortestPassword()))
                        .faulty(faults)
                        .links(signInLink(ticket));
        return Page.of(status, Templates.form(view))
                .leadingTo(ticket.leadsTo())
                .answer(browser.newCookie());
    }

    private RestResponse<String> refused(ReturnTicket ticket) {
        signUps.refuse();
        return closed(ticket);
    }

    private static RestResponse<String> closed(ReturnTicket ticket) {
        return Notice.page(
                Status.FORBIDDEN,
                Messages::signUpClosed,
                Messages::signUpClosedText,
                signInLink(ticket));
    }

    private static Link signInLink(ReturnTicket ticket) {
        return new Link(Messages::signInInstead, ticket.at("/login"));
    }
}
