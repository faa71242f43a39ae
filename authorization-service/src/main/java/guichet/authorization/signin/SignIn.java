package guichet.authorization.signin;

import guichet.authorization.person.People;
import guichet.authorization.person.Person;
import guichet.oauth.OAuthException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Tries a password under the throttle, the same for pages and for the password grant. */
@ApplicationScoped
public class SignIn {
    private final SignInThrottle throttle;
    private final People people;

    SignIn(SignInThrottle throttle, People people) {
        this.throttle = throttle;
        this.people = people;
    }

    /** What comes of the attempt; a wrong name and a wrong password look and last the same. */
    public Attempt attempt(String username, String password) {
        Optional<Duration> rest = throttle.attempt(username);
        if (rest.isPresent()) {
            return new Attempt.Throttled(rest.get().toSeconds());
        }
        Optional<Person> person = check(username, password);
        person.ifPresent(_ -> throttle.reset(username));
        return person.<Attempt>map(Attempt.Succeeded::new).orElseGet(Attempt.Failed::new);
    }

    private Optional<Person> check(String username, String password) {
        try {
            return people.findByPassword(username, password);
        } catch (OAuthException tooBusy) {
            throttle.takeBack(username);
            throw tooBusy;
        }
    }

    /** What came of an attempt. */
    public sealed interface Attempt {
        /** It is this person. */
        record Succeeded(Person person) implements Attempt {}

        /** It is nobody, or not the password. */
        record Failed() implements Attempt {}

        /** The name rests after too many attempts. */
        record Throttled(long retryAfterSeconds) implements Attempt {
            /** What the person is told. */
            public String advice() {
                return "Too many attempts. Wait %d seconds, then try again."
                        .formatted(retryAfterSeconds);
            }
        }
    }
}
