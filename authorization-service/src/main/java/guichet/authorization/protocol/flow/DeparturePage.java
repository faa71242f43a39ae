package guichet.authorization.protocol.flow;

import guichet.authorization.page.Destination;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.protocol.request.AuthorizationResponse;
import guichet.oauth.ResponseMode;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Says where an answer leads, and leaves it to the person to go there, RFC 9700 §4.11.2. Its form
 * is the only one and leads to an address that is registered.
 */
final class DeparturePage {
    private DeparturePage() {}

    static Page of(AuthorizationResponse response) {
        String address = response.reply().redirectUri();
        return response.reply().mode() == ResponseMode.FORM_POST
                ? page(address, true, response).leadingAnywhere()
                : page(response.location().toString(), false, response);
    }

    private static Page page(String address, boolean posted, AuthorizationResponse response) {
        var destination = new Destination(response.reply().redirectUri());
        return Page.of(
                Status.OK,
                Templates.departure(destination, address, posted, response.parameters()));
    }
}
