package guichet.authorization.account;

import guichet.authorization.session.Browser;
import guichet.authorization.session.SignedIn;
import java.util.Map;

/** Somebody signed in who looks at their account. */
record Guest(Browser browser, SignedIn person) {
    /** What forms carry: they are good at this browser, for this person. */
    Map<String, String> hidden() {
        return Map.of("csrf", browser.csrf(), "person", id());
    }

    String id() {
        return person.personId().toString();
    }
}
