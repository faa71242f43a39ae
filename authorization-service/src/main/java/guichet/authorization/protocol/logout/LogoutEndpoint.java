package guichet.authorization.protocol.logout;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.SeeOther;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Cookies;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The end session endpoint, RP-Initiated Logout 1.0 §2. The field {@code decision} of its page,
 * {@code sign_out} or {@code stay}, is an interface.
 */
@Path("/logout")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class LogoutEndpoint {
    private final LogoutRequests requests;
    private final PendingLogouts pending;
    private final SignOut signOut;
    private final LogoutPages pages;
    private final Sessions sessions;
    private final Cookies cookies;
    private final String issuer;

    LogoutEndpoint(
            LogoutRequests requests,
            PendingLogouts pending,
            SignOut signOut,
            LogoutPages pages,
            Sessions sessions,
            Cookies cookies,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.requests = requests;
        this.pending = pending;
        this.signOut = signOut;
        this.pages = pages;
        this.sessions = sessions;
        this.cookies = cookies;
        this.issuer = issuer;
    }

    @GET
    public RestResponse<String> get(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(requests.read(address.getQueryParameters()), headers);
    }

    /**
     * A post from the application's site comes without our cookies, which are SameSite=Lax: the
     * request waits for the browser to follow the redirect.
     */
    @POST
    @Limited(Limit.SIGN_OUT)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> post(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        LogoutRequest request = requests.read(body);
        return Browser.of(headers, cookies).isNew()
                ? SeeOther.page(
                        URI.create(issuer + "/logout/request?handle=" + pending.keep(request)))
                : answer(request, headers);
    }

    /** Where a posted request goes on. */
    @GET
    @Path("/request")
    public RestResponse<String> resume(
            @RestQuery Optional<String> handle, @Context HttpHeaders headers) {
        return handle.flatMap(pending::find)
                .map(request -> answer(request, headers))
                .orElseGet(ErrorPage::startAgain);
    }

    /**
     * Whoever presents the session's own ID token need not be confirmed; everybody else is, §2: any
     * site can send a browser here.
     */
    private RestResponse<String> answer(LogoutRequest request, HttpHeaders headers) {
        Optional<SignedIn> person = sessions.find(headers);
        if (person.isEmpty() || request.sid().equals(person.map(SignedIn::sid))) {
            return signedOut(request, person, headers);
        }
        var browser = Browser.of(headers, cookies);
        return pages.question(request, pending.keep(request), person.get(), browser);
    }

    /** What the person decided, on a page that was made for this browser. */
    @POST
    @Limited(Limit.FORM)
    @Path("/decision")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return Browser.of(headers, cookies)
                .posted(body)
                .flatMap(form ->
                        form.find("request")
                                .flatMap(pending::find)
                                .map(request -> decided(request, headers, form)))
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> decided(
            LogoutRequest request, HttpHeaders headers, PostedForm form) {
        Optional<SignedIn> person = sessions.find(headers);
        boolean leaves = form.find("decision").equals(Optional.of("sign_out"));
        return leaves || person.isEmpty()
                ? signedOut(request, person, headers)
                : SeeOther.page(URI.create(issuer + "/account"));
    }

    private RestResponse<String> signedOut(
            LogoutRequest request, Optional<SignedIn> person, HttpHeaders headers) {
        person.map(SignedIn::sid).ifPresent(signOut::end);
        return pages.signedOut(request, person, headers);
    }
}
