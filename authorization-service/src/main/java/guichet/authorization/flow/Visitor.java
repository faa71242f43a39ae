package guichet.authorization.flow;

import guichet.authorization.session.Browser;
import guichet.authorization.session.SignedIn;
import java.util.Optional;

/** Who comes: a browser, and the person signed in there, if there is one. */
public record Visitor(Browser browser, Optional<SignedIn> person) {}
