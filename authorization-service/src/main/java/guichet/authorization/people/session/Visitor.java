package guichet.authorization.people.session;

import java.util.Optional;

/** Who comes: a browser, and the person signed in there, if there is one. */
public record Visitor(Browser browser, Optional<SignedIn> person) {
    /**
     * The person, if the page with this form was shown to them: somebody else may have signed in,
     * in another tab, since it was.
     */
    public Optional<SignedIn> sender(PostedForm form) {
        return person.filter(
                it -> form.find("person").equals(Optional.of(it.personId().toString())));
    }
}
