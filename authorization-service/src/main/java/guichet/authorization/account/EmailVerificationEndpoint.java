package guichet.authorization.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.flow.Visitors;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Notice;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.session.Browser;
import guichet.authorization.session.PostedForm;
import guichet.oauth.OpaqueToken;
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
 * Where the link leads that proves an e-mail address. A button spends it, not the link itself:
 * scanners of mail open every link.
 */
@Path("/email-verification")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class EmailVerificationEndpoint {
    private static final Link ACCOUNT = new Link("Your account", "/account");

    private final Visitors visitors;
    private final AddressChange change;

    EmailVerificationEndpoint(Visitors visitors, AddressChange change) {
        this.visitors = visitors;
        this.change = change;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> link, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return link.filter(it -> change.isGood(OpaqueToken.of(it)))
                .map(it -> button(browser, it))
                .orElseGet(EmailVerificationEndpoint::noLonger);
    }

    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return visitors.of(headers)
                .browser()
                .posted(body)
                .map(this::confirm)
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> confirm(PostedForm form) {
        return change.confirm(OpaqueToken.of(form.find("link").orElse("")))
                ? Notice.page(
                        Status.OK,
                        "Your e-mail address is confirmed",
                        "Letters reach you there from now on.",
                        ACCOUNT)
                : noLonger();
    }

    private static RestResponse<String> button(Browser browser, String link) {
        var view =
                FormView.of("Confirm your e-mail address", "/email-verification", "Confirm")
                        .introduction("One press, and it is yours here.")
                        .hidden(Map.of("csrf", browser.csrf(), "link", link));
        return Page.of(Status.OK, Templates.form(view)).answer(browser.newCookie());
    }

    private static RestResponse<String> noLonger() {
        return Notice.page(
                Status.BAD_REQUEST,
                "This link is good no more",
                "It works once, within a day. Have another one sent from your account.",
                ACCOUNT);
    }
}
