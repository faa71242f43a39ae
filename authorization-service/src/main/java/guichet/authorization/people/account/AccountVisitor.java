package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.page.FormView;
import guichet.authorization.page.FormView.Link;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.SignedIn;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Somebody signed in who looks at their account. */
public record AccountVisitor(Browser browser, SignedIn person) {
    /** What forms carry: they are good at this browser, for this person. */
    public Map<String, String> hidden() {
        return Map.of("csrf", browser.csrf(), "person", person.personId().toString());
    }

    /** A page with a form that does something with the account. */
    RestResponse<String> page(Status status, FormView form) {
        var own = form.hidden(hidden()).links(new Link(Messages::yourAccount, "/account"));
        return Page.of(status, Templates.form(own)).answer();
    }
}
