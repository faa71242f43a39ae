package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.page.Field;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.signin.SignIn;
import guichet.authorization.people.signin.SignIn.Attempt.Failed;
import guichet.authorization.people.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.people.signin.SignIn.Attempt.Throttled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Has people prove again that they are who is signed in, under the throttle of signing in. */
@ApplicationScoped
class PresentPassword {
    /** The field of a form. */
    static final Field FIELD =
            Field.required("password", "current_password", Messages::currentPassword)
                    .autocomplete("current-password");

    /** What is wrong with it when it was right, and is not by the time the change is made. */
    static final Map<String, Text> NO_MORE = Map.of(FIELD.name(), Messages::passwordNoLonger);

    private final SignIn signIn;

    PresentPassword(SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * What is wrong with it before a change of the account, by the field; nothing when it is the
     * person's.
     */
    Map<String, Text> faults(Profile person, Browser browser, PostedForm form) {
        return fault(person, browser, form.find(FIELD.name()).orElse(""))
                .map(it -> Map.of(FIELD.name(), it))
                .orElse(Map.of());
    }

    /** What is wrong with it; empty when it is the person's. */
    Optional<Text> fault(Profile person, Browser browser, String password) {
        var proofs = browser.deviceProofs();
        return switch (signIn.attempt(person.username(), password, proofs, Optional.empty())) {
            case Succeeded _ -> Optional.empty();
            case Failed() -> Optional.of(Messages::passwordNotYours);
            case Throttled rest -> Optional.of(rest.advice());
        };
    }
}
