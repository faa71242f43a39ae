package guichet.authorization.people.signin;

import static guichet.kit.audit.AuditEvent.SIGN_IN_REFUSED;
import static guichet.kit.audit.AuditEvent.SIGN_IN_THROTTLED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.language.Text;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.KnownDevices;
import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
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
    private final Audit audit;

    SignIn(SignInThrottle throttle, People people, KnownDevices devices, Audit audit) {
        this.throttle = throttle;
        this.people = people;
        this.devices = devices;
        this.audit = audit;
    }

    /**
     * What comes of the attempt; a wrong name and a wrong password look and last the same.
     *
     * @param deviceProofs what the browser shows of people who signed in there before
     * @param clientId for which it is made, if for one
     */
    public Attempt attempt(
            String username,
            String password,
            List<String> deviceProofs,
            Optional<String> clientId) {
        Optional<Person> named = people.findByUsername(username);
        Attempt attempt = attempt(named, username, password, deviceProofs);
        switch (attempt) {
            case Attempt.Succeeded _ -> {} // what comes of it is told by who asked
            case Attempt.Failed _ -> tell(SIGN_IN_REFUSED, named, clientId);
            case Attempt.Throttled _ -> tell(SIGN_IN_THROTTLED, named, clientId);
        }
        return attempt;
    }

    /** What was typed is told as whose name it is, and else not at all. */
    private void tell(AuditEvent event, Optional<Person> named, Optional<String> clientId) {
        audit.tell(event, PERSON.is(named.map(Person::id)), CLIENT.is(clientId));
    }

    private Attempt attempt(
            Optional<Person> named, String username, String password, List<String> deviceProofs) {
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
            public Text advice() {
                long seconds = retryAfterSeconds;
                return words -> words.tooManyAttempts(seconds);
            }
        }
    }
}
