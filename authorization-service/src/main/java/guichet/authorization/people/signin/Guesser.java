package guichet.authorization.people.signin;

import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.oauth.OpaqueToken;
import java.util.Optional;

/**
 * Whose attempts are counted together: all that anybody makes for one person, by whatever name, but
 * for those in a browser where the person has signed in before. Those count by themselves, so that
 * no stranger keeps people out of their own browsers.
 *
 * @param sha256 of what tells it from others
 */
record Guesser(String sha256) {
    /**
     * Somebody who says they are this person.
     *
     * @param device the browser, if the person has signed in there
     */
    static Guesser of(Person person, Optional<String> device) {
        return new Guesser(
                OpaqueToken.of("%s at %s".formatted(person.id(), device.orElse("any browser")))
                        .sha256());
    }

    /** Somebody who says they are a person whom we do not know. */
    static Guesser ofNobody(String username) {
        return new Guesser(OpaqueToken.of(People.normalized(username)).sha256());
    }
}
