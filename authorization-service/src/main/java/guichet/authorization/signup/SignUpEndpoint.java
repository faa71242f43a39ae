package guichet.authorization.signup;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.flow.JustSignedIn;
import guichet.authorization.flow.StaleForms;
import guichet.authorization.flow.Visitor;
import guichet.authorization.flow.Visitors;
import guichet.authorization.flow.WaitingRequest;
import guichet.authorization.flow.WaitingRequests;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Notice;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.session.Browser;
import guichet.authorization.session.PostedForm;
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
    private static final Map<String, String> NAME_TAKEN =
            Map.of("username", "This name is taken: choose another one.");

    private final SignInOffers offers;
    private final Visitors visitors;
    private final WaitingRequests waiting;
    private final SignUps signUps;
    private final JustSignedIn signedIn;
    private final StaleForms staleForms;

    SignUpEndpoint(
            SignInOffers offers,
            Visitors visitors,
            WaitingRequests waiting,
            SignUps signUps,
            JustSignedIn signedIn,
            StaleForms staleForms) {
        this.offers = offers;
        this.visitors = visitors;
        this.waiting = waiting;
        this.signUps = signUps;
        this.signedIn = signedIn;
        this.staleForms = staleForms;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return waiting.find(request, browser)
                .map(it ->
                        offers.isSignUp()
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
                        waiting.find(form, browser)
                                .map(it ->
                                        offers.isSignUp()
                                                ? signUp(it, form, browser, headers)
                                                : refused(it)))
                .orElseGet(() -> staleForms.answer(body, visitor, headers));
    }

    private RestResponse<String> signUp(
            WaitingRequest request, PostedForm posted, Browser browser, HttpHeaders headers) {
        SignUpForm form = SignUpForm.of(posted);
        Map<String, String> faults = signUps.faults(form);
        if (!faults.isEmpty()) {
            return form(request, browser, Status.BAD_REQUEST, form, faults);
        }
        return signUps.add(form.newcomer(), signUps.hash(form))
                .map(person -> signedIn.goOn(request, person, headers))
                .orElseGet(() -> form(request, browser, Status.CONFLICT, form, NAME_TAKEN));
    }

    private RestResponse<String> form(
            WaitingRequest request,
            Browser browser,
            Status status,
            SignUpForm form,
            Map<String, String> faults) {
        var view =
                FormView.of("Make an account", "/signup", "Make the account")
                        .application(request.application())
                        .hidden(Map.of("request", request.handle(), "csrf", browser.csrf()))
                        .fields(form.fields(signUps.shortestPassword()))
                        .faulty(faults)
                        .links(signInLink(request));
        return Page.of(status, Templates.form(view))
                .leadingTo(request.leadsTo())
                .answer(browser.newCookie());
    }

    private RestResponse<String> refused(WaitingRequest request) {
        signUps.refuse();
        return closed(request);
    }

    private static RestResponse<String> closed(WaitingRequest request) {
        return Notice.page(
                Status.FORBIDDEN,
                "Accounts are not made here",
                "Whoever runs this server makes them: ask there for one.",
                signInLink(request));
    }

    private static Link signInLink(WaitingRequest request) {
        return new Link("Sign in with an account that you have", request.at("/login"));
    }
}
