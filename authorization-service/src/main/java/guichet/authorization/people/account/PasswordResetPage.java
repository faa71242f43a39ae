package guichet.authorization.people.account;

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
                "Look into your mail",
                "If this is the confirmed address of an account, a link to a new password is on its"
                        + " way there."
                        + " It works once, within half an hour.",
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
        Map<String, String> faults = newPassword.faults(person.get(), password);
        if (!faults.isEmpty()) {
            return choosing(browser, left, new Choice(person.get(), link, faults));
        }
        return change.byLink(link, newPassword.hash(password)) ? changed(left) : noLonger(left);
    }

    private static RestResponse<String> asking(
            Browser browser, ReturnTicket ticket, String typed, Map<String, String> faults) {
        var view =
                FormView.of("Forgot your password?", "/password-reset", "Send the link")
                        .introduction("You get a link to a new one.")
                        .application(ticket.application())
                        .hidden(Map.of("request", ticket.handle(), "csrf", browser.csrf()))
                        .fields(
                                List.of(
                                        Field.required("email", "email", "Your e-mail address")
                                                .autocomplete("email")
                                                .value(typed)))
                        .faulty(faults)
                        .links(signIn(ticket));
        return page(view, browser);
    }

    private RestResponse<String> choosing(Browser browser, ReturnTicket left, Choice choice) {
        var view =
                FormView.of("Choose a new password", "/password-reset/new", "Change the password")
                        .introduction(
                                "Every browser will be signed out, and applications have to ask"
                                        + " for your permission again.")
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
                "Your password is changed",
                "Sign in with the new one, everywhere.",
                detours.end(left),
                signIn(left));
    }

    private static RestResponse<String> noLonger(ReturnTicket left) {
        return Notice.page(
                Status.BAD_REQUEST,
                "This link is good no more",
                "It works once, within half an hour, and only the latest password counts.",
                new Link("Ask for another link", left.at("/password-reset")));
    }

    private static RestResponse<String> noMail(ReturnTicket ticket) {
        return Notice.page(
                Status.NOT_FOUND,
                "This server sends no mail",
                "Whoever runs it can give you a link to a new password: ask there.",
                signIn(ticket));
    }

    private static Link signIn(ReturnTicket ticket) {
        String text =
                switch (ticket) {
                    case ToAccount _ -> "Sign in";
                    case ToApplication it -> "Sign in to continue to " + it.application();
                };
        return new Link(text, ticket.at("/login"));
    }

    /** Who chooses by which link, and what is wrong with the choice. */
    private record Choice(Profile person, OpaqueToken link, Map<String, String> faults) {}
}
