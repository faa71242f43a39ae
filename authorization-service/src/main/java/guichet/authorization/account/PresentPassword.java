package guichet.authorization.account;

import guichet.authorization.person.Profile;
import guichet.authorization.signin.SignIn;
import guichet.authorization.signin.SignIn.Attempt.Failed;
import guichet.authorization.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.signin.SignIn.Attempt.Throttled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has people prove again that they are who is signed in, under the throttle of signing in. */
@ApplicationScoped
class PresentPassword {
    private final SignIn signIn;

    PresentPassword(SignIn signIn) {
        this.signIn = signIn;
    }

    /** What is wrong with it; empty when it is the person's. */
    Optional<String> fault(Profile person, String password) {
        return switch (signIn.attempt(person.username(), password)) {
            case Succeeded _ -> Optional.empty();
            case Failed() -> Optional.of("This is not your present password.");
            case Throttled(var seconds) ->
                    Optional.of(
                            "Too many attempts. Wait %d seconds, then try again."
                                    .formatted(seconds));
        };
    }
}
