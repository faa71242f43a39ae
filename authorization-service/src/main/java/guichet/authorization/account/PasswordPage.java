package guichet.authorization.account;

import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.person.People;
import guichet.authorization.person.Profile;
import guichet.authorization.session.PostedForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people choose another password. */
@ApplicationScoped
class PasswordPage {
    private final People people;
    private final NewPassword newPassword;
    private final PresentPassword presentPassword;
    private final PasswordChange change;
    private final Entrance entrance;

    PasswordPage(
            People people,
            NewPassword newPassword,
            PresentPassword presentPassword,
            PasswordChange change,
            Entrance entrance) {
        this.people = people;
        this.newPassword = newPassword;
        this.presentPassword = presentPassword;
        this.change = change;
        this.entrance = entrance;
    }

    RestResponse<String> show(Guest guest) {
        return page(guest, Status.OK, "", "");
    }

    RestResponse<String> change(Guest guest, PostedForm form) {
        Profile profile = people.profile(guest.person().personId()).orElseThrow();
        String password = form.find("password").orElse("");
        Optional<String> fault = newPassword.fault(profile, password);
        if (fault.isPresent()) {
            return page(guest, Status.BAD_REQUEST, "", fault.get());
        }
        Optional<String> wrong =
                presentPassword.fault(profile, form.find("current_password").orElse(""));
        if (wrong.isPresent()) {
            return page(guest, Status.FORBIDDEN, wrong.get(), "");
        }
        change.byPerson(guest.person(), newPassword.hash(password));
        return entrance.done(Done.PASSWORD);
    }

    private RestResponse<String> page(Guest guest, Status status, String wrong, String fault) {
        var view =
                FormView.of("Your password", "/account/password", "Change the password")
                        .introduction("Every other browser will be signed out.")
                        .hidden(guest.hidden())
                        .fields(
                                List.of(
                                        Field.required(
                                                        "password",
                                                        "current_password",
                                                        "Your present password")
                                                .autocomplete("current-password")
                                                .fault(wrong),
                                        newPassword.field(fault)))
                        .links(new Link("Your account", "/account"));
        return Page.of(status, Templates.form(view)).answer(Optional.empty());
    }
}
