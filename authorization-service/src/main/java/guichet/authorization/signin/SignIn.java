package guichet.authorization.signin;

import guichet.authorization.person.People;
import guichet.authorization.person.Person;
import guichet.authorization.session.KnownDevices;
import guichet.oauth.OAuthException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries a password under the throttle, the same for pages and for the password grant. */
@ApplicationScoped
public class SignIn {
    private final SignInThrottle throttle;
    private final People people;
    private final KnownDevices devices;

    SignIn(SignInThrottle throttle, People people, KnownDevices devices) {
        this.throttle = throttle;
        this.people = people;
        this.devices = devices;
    }

    /** What comes of an attempt that no browser makes. */
    public Attempt attempt(String username, String password) {
        return attempt(username, password, List.of());
    }

    /**
     * What comes of the attempt; a wrong name and a wrong password look and last the same.
     *
     * @param deviceProofs what the browser shows of people who signed in there before
     */
    public Attempt attempt(String username, String password, List<String> deviceProofs) {
        Optional<Person> named = people.findByUsername(username);
        Guesser guesser =
                named.map(it -> Guesser.of(it, devices.find(it, deviceProofs)))
                        .orElseGet(() -> Guesser.ofNobody(username));
        Optional<Duration> rest = throttle.attempt(guesser);
        if (rest.isPresent()) {
            return new Attempt.Throttled(rest.get().toSeconds());
        }
        Optional<Person> person = check(named, password, guesser);
        person.ifPresent(_ -> throttle.reset(guesser));
        return person.<Attempt>map(Attempt.Succeeded::new).orElseGet(Attempt.Failed::new);
    }

    private Optional<Person> check(Optional<Person> named, String password, Guesser guesser) {
        try {
            return people.check(named, password);
        } catch (OAuthException tooBusy) {
            throttle.takeBack(guesser);
            throw tooBusy;
        }
    }

    /** What came of an attempt. */
    public sealed interface Attempt {
        /** It is this person. */
        record Succeeded(Person person) implements Attempt {}

        /** It is nobody, or not the password. */
        record Failed() implements Attempt {}

        /** There were too many attempts: for a while there is none. */
        record Throttled(long retryAfterSeconds) implements Attempt {
            /** What the person is told. */
            public String advice() {
                return "Too many attempts. Wait %d seconds, then try again."
                        .formatted(retryAfterSeconds);
            }
        }
    }
}
