package guichet.authorization.protocol.flow;

import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.protocol.request.AuthorizationResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * An answer that the browser posts to the application, OAuth 2.0 Form Post Response Mode §2: by
 * itself where it runs scripts, at the press of a button elsewhere. Its form is the only one and
 * leads to an address that is registered; where the application sends the person on from there is
 * not held against a policy of ours.
 */
final class FormPost {
    private static final String SUBMIT = "document.forms[0].submit()";

    private FormPost() {}

    static Page page(AuthorizationResponse response) {
        String address = response.reply().redirectUri();
        return Page.of(Status.OK, Templates.formPost(address, response.parameters(), SUBMIT))
                .leadingAnywhere()
                .running(SUBMIT);
    }
}
