package guichet.authorization.people.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Notice;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.people.account.AddressChange.Unconfirmed;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.session.Visitors;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Where the link leads that proves an e-mail address. A button spends it, not the link itself:
 * scanners of mail open every link. Whoever is not signed in to the account gives its password, so
 * that nobody confirms their address for the account of a stranger.
 */
@Path("/email-verification")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class EmailVerificationEndpoint {
    private static final Link ACCOUNT = new Link(Messages::yourAccount, "/account");

    private final Visitors visitors;
    private final AddressChange change;
    private final PresentPassword presentPassword;

    EmailVerificationEndpoint(
            Visitors visitors, AddressChange change, PresentPassword presentPassword) {
        this.visitors = visitors;
        this.change = change;
        this.presentPassword = presentPassword;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> link, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        OpaqueToken token = OpaqueToken.of(link.orElse(""));
        return change.find(token)
                .map(it -> page(visitor, token, it, Optional.empty()))
                .orElseGet(EmailVerificationEndpoint::noLonger);
    }

    @POST
    @Limited(Limit.SIGN_IN)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Visitor visitor = visitors.of(headers);
        return visitor.browser()
                .posted(body)
                .map(form -> confirm(visitor, form))
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> confirm(Visitor visitor, PostedForm form) {
        OpaqueToken token = OpaqueToken.of(form.find("link").orElse(""));
        Optional<Unconfirmed> unconfirmed = change.find(token);
        if (unconfirmed.isEmpty()) {
            return noLonger();
        }
        Optional<Text> fault = fault(visitor, form, unconfirmed.get());
        if (fault.isPresent()) {
            return page(visitor, token, unconfirmed.get(), fault);
        }
        return change.confirm(token, visitor.person()) ? confirmed(unconfirmed.get()) : noLonger();
    }

    private Optional<Text> fault(Visitor visitor, PostedForm form, Unconfirmed unconfirmed) {
        if (isSignedIn(visitor, unconfirmed)) {
            return Optional.empty();
        }
        return form.find("password")
                .map(it -> presentPassword.fault(unconfirmed.person(), visitor.browser(), it))
                .orElse(Optional.of(Messages::passwordMissing));
    }

    private static boolean isSignedIn(Visitor visitor, Unconfirmed unconfirmed) {
        return visitor.person()
                .filter(it -> it.personId().equals(unconfirmed.person().personId()))
                .isPresent();
    }

    private static RestResponse<String> page(
            Visitor visitor, OpaqueToken link, Unconfirmed unconfirmed, Optional<Text> fault) {
        var view =
                FormView.of(Messages::confirmEmail, "/email-verification", Messages::confirm)
                        .introduction(introduction(unconfirmed))
                        .hidden(Map.of("csrf", visitor.browser().csrf(), "link", link.reveal()))
                        .fields(
                                isSignedIn(visitor, unconfirmed)
                                        ? List.of()
                                        : proof(unconfirmed.person(), fault));
        return Page.of(fault.isEmpty() ? Status.OK : Status.FORBIDDEN, Templates.form(view))
                .answer(visitor.browser().newCookie());
    }

    private static Text introduction(Unconfirmed unconfirmed) {
        String address = unconfirmed.address().value();
        String username = unconfirmed.person().username();
        return words -> words.confirmEmailText(address, username);
    }

    private static List<Field> proof(Profile person, Optional<Text> fault) {
        var password =
                Field.required("password", "password", Messages::passwordOfAccount)
                        .autocomplete("current-password");
        return List.of(
                Field.username(person.username()).asFixed(),
                fault.map(password::fault).orElse(password));
    }

    private static RestResponse<String> confirmed(Unconfirmed confirmed) {
        String address = confirmed.address().value();
        return Notice.page(
                Status.OK,
                Messages::emailConfirmed,
                words -> words.emailConfirmedText(address),
                ACCOUNT);
    }

    private static RestResponse<String> noLonger() {
        return Notice.page(
                Status.BAD_REQUEST, Messages::linkExpired, Messages::emailLinkExpired, ACCOUNT);
    }
}
