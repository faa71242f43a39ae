package guichet.authorization.flow;

import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.request.AuthorizationResponse;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * An answer that the browser posts to the application, OAuth 2.0 Form Post Response Mode §2: by
 * itself where it runs scripts, at the press of a button elsewhere.
 */
final class FormPost {
    private static final String SUBMIT = "document.forms[0].submit()";

    private FormPost() {}

    static Page page(AuthorizationResponse response) {
        String address = response.reply().redirectUri();
        return Page.of(Status.OK, Templates.formPost(address, response.parameters(), SUBMIT))
                .leadingTo(List.of(address))
                .running(SUBMIT);
    }
}
