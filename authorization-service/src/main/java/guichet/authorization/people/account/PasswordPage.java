package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.limit.AccountLimit;
import guichet.authorization.page.FormView;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.PostedForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
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
    private final AccountLimit limit;
    private final AccountGuard guard;

    PasswordPage(
            People people,
            NewPassword newPassword,
            PresentPassword presentPassword,
            PasswordChange change,
            AccountLimit limit,
            AccountGuard guard) {
        this.people = people;
        this.newPassword = newPassword;
        this.presentPassword = presentPassword;
        this.change = change;
        this.limit = limit;
        this.guard = guard;
    }

    RestResponse<String> show(AccountVisitor visitor) {
        return page(visitor, Status.OK, Map.of());
    }

    RestResponse<String> change(AccountVisitor visitor, PostedForm form) {
        Person checked = people.get(visitor.person().personId());
        Profile profile = people.profile(checked.id()).orElseThrow();
        String password = form.find("password").orElse("");
        Map<String, Text> faults = newPassword.faults(profile, password);
        if (!faults.isEmpty()) {
            return page(visitor, Status.BAD_REQUEST, faults);
        }
        Map<String, Text> wrong = presentPassword.faults(profile, visitor.browser(), form);
        if (!wrong.isEmpty()) {
            return page(visitor, Status.FORBIDDEN, wrong);
        }
        var hashed = newPassword.hash(password);
        limit.require(checked.id());
        return change.byPerson(visitor.person(), checked, hashed)
                .map(renewed -> guard.done(AccountChange.PASSWORD, Optional.of(renewed)))
                .orElseGet(() -> page(visitor, Status.FORBIDDEN, PresentPassword.NO_MORE));
    }

    private RestResponse<String> page(
            AccountVisitor visitor, Status status, Map<String, Text> faults) {
        return visitor.page(
                status,
                FormView.of(Messages::yourPassword, "/account/password", Messages::changePassword)
                        .introduction(Messages::passwordIntroduction)
                        .fields(List.of(PresentPassword.FIELD, newPassword.field()))
                        .faulty(faults));
    }
}
