package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.limit.AccountLimit;
import guichet.authorization.page.Field;
import guichet.authorization.page.FormView;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.PostedForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The page on which people give another address, or have the link to prove one sent again. */
@ApplicationScoped
class EmailPage {
    private final People people;
    private final PresentPassword presentPassword;
    private final AddressChange change;
    private final AccountLimit limit;
    private final AccountGuard guard;

    EmailPage(
            People people,
            PresentPassword presentPassword,
            AddressChange change,
            AccountLimit limit,
            AccountGuard guard) {
        this.people = people;
        this.presentPassword = presentPassword;
        this.change = change;
        this.limit = limit;
        this.guard = guard;
    }

    RestResponse<String> show(AccountVisitor visitor) {
        Profile profile = profile(visitor);
        String unproved =
                profile.email().filter(it -> !it.verified()).map(Profile.Email::address).orElse("");
        return page(visitor, Status.OK, unproved, Map.of());
    }

    RestResponse<String> change(AccountVisitor visitor, PostedForm form) {
        Profile profile = profile(visitor);
        String typed = form.find("email").orElse("");
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return page(visitor, Status.BAD_REQUEST, typed, Map.of("email", EmailAddress.ADVICE));
        }
        Map<String, Text> faults = presentPassword.faults(profile, visitor.browser(), form);
        if (!faults.isEmpty()) {
            return page(visitor, Status.FORBIDDEN, typed, faults);
        }
        limit.require(profile.personId());
        change.ask(profile, address.get());
        return guard.done(AccountChange.EMAIL);
    }

    private Profile profile(AccountVisitor visitor) {
        return people.profile(visitor.person().personId()).orElseThrow();
    }

    private static RestResponse<String> page(
            AccountVisitor visitor, Status status, String typed, Map<String, Text> faults) {
        var email = Field.required("email", "email", Messages::emailAddress).autocomplete("email");
        return visitor.page(
                status,
                FormView.of(Messages::yourEmail, "/account/email", Messages::sendLink)
                        .introduction(Messages::emailIntroduction)
                        .fields(List.of(email.value(typed), PresentPassword.FIELD))
                        .faulty(faults));
    }
}
