package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Notice;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.people.mail.LetterDelivery;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.ticket.Detours;
import guichet.authorization.people.ticket.ReturnTicket;
import guichet.authorization.people.ticket.ReturnTicket.ToAccount;
import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The pages of a password reset: ask for a link, choose a new password by it. A request that waits
 * in the browser goes on when the person signs in afterwards.
 */
@ApplicationScoped
class PasswordResetPage {
    private final LetterDelivery letters;
    private final Mails mails;
    private final PasswordChange change;
    private final NewPassword newPassword;
    private final Detours detours;

    PasswordResetPage(
            LetterDelivery letters,
            Mails mails,
            PasswordChange change,
            NewPassword newPassword,
            Detours detours) {
        this.letters = letters;
        this.mails = mails;
        this.change = change;
        this.newPassword = newPassword;
        this.detours = detours;
    }

    RestResponse<String> ask(Browser browser, ReturnTicket ticket) {
        return letters.isThere() ? asking(browser, ticket, "", Map.of()) : noMail(ticket);
    }

    RestResponse<String> asked(Browser browser, ReturnTicket ticket, PostedForm form) {
        if (!letters.isThere()) {
            return noMail(ticket);
        }
        String typed = form.find("email").orElse("");
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return asking(browser, ticket, typed, Map.of("email", EmailAddress.ADVICE));
        }
        mails.sendReset(address.get());
        return Notice.page(
                Status.OK,
                Messages::checkEmail,
                Messages::resetSent,
                detours.begin(ticket),
                signIn(ticket));
    }

    RestResponse<String> choose(Browser browser, ReturnTicket left, OpaqueToken link) {
        return change.whoMay(link)
                .map(person -> choosing(browser, left, new Choice(person, link, Map.of())))
                .orElseGet(() -> noLonger(left));
    }

    /** A password that may not be chosen leaves the link as it is. */
    RestResponse<String> chosen(Browser browser, ReturnTicket left, PostedForm form) {
        var link = OpaqueToken.of(form.find("link").orElse(""));
        String password = form.find("password").orElse("");
        Optional<Profile> person = change.whoMay(link);
        if (person.isEmpty()) {
            return noLonger(left);
        }
        Map<String, Text> faults = newPassword.faults(person.get(), password);
        if (!faults.isEmpty()) {
            return choosing(browser, left, new Choice(person.get(), link, faults));
        }
        return change.byLink(link, newPassword.hash(password)) ? changed(left) : noLonger(left);
    }

    private static RestResponse<String> asking(
            Browser browser, ReturnTicket ticket, String typed, Map<String, Text> faults) {
        var view =
                FormView.of(Messages::forgotPassword, "/password-reset", Messages::sendLink)
                        .introduction(Messages::resetIntroduction)
                        .application(ticket.application())
                        .hidden(Map.of("request", ticket.handle(), "csrf", browser.csrf()))
                        .fields(
                                List.of(
                                        Field.required("email", "email", Messages::emailAddress)
                                                .autocomplete("email")
                                                .value(typed)))
                        .faulty(faults)
                        .links(signIn(ticket));
        return page(view, browser);
    }

    private RestResponse<String> choosing(Browser browser, ReturnTicket left, Choice choice) {
        var view =
                FormView.of(
                                Messages::chooseNewPassword,
                                "/password-reset/new",
                                Messages::changePassword)
                        .introduction(Messages::resetChoice)
                        .application(left.application())
                        .hidden(Map.of("csrf", browser.csrf(), "link", choice.link().reveal()))
                        .fields(
                                List.of(
                                        Field.username(choice.person().username()).asFixed(),
                                        newPassword.field()))
                        .faulty(choice.faults());
        return page(view, browser);
    }

    private static RestResponse<String> page(FormView form, Browser browser) {
        Status status = form.isFaulty() ? Status.BAD_REQUEST : Status.OK;
        return Page.of(status, Templates.form(form)).answer(browser.newCookie());
    }

    private RestResponse<String> changed(ReturnTicket left) {
        return Notice.page(
                Status.OK,
                Messages::passwordChanged,
                Messages::passwordChangedText,
                detours.end(left),
                signIn(left));
    }

    private static RestResponse<String> noLonger(ReturnTicket left) {
        return Notice.page(
                Status.BAD_REQUEST,
                Messages::linkExpired,
                Messages::resetLinkExpired,
                new Link(Messages::anotherLink, left.at("/password-reset")));
    }

    private static RestResponse<String> noMail(ReturnTicket ticket) {
        return Notice.page(
                Status.NOT_FOUND, Messages::noMail, Messages::noMailText, signIn(ticket));
    }

    private static Link signIn(ReturnTicket ticket) {
        String application = ticket.application();
        Text text =
                switch (ticket) {
                    case ToAccount _ -> Messages::signIn;
                    case ToApplication _ -> words -> words.signInFor(application);
                };
        return new Link(text, ticket.at("/login"));
    }

    /** Who chooses by which link, and what is wrong with the choice. */
    private record Choice(Profile person, OpaqueToken link, Map<String, Text> faults) {}
}
