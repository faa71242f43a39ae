package guichet.system.browser;

import guichet.system.actor.Application;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A registered application whose people come back to a server of its own. */
record Client(Suite stack, Application application, URI callback) {
    /** The link with which it sends people to sign in. */
    URI signIn() {
        return signIn(Map.of());
    }

    /** The same, with more parameters. */
    URI signIn(Map<String, String> more) {
        var parameters = new LinkedHashMap<>(application.parameters("openid profile", "s1"));
        parameters.put("redirect_uri", callback.toString());
        parameters.putAll(more);
        return stack.http().issuer("/auth", parameters);
    }

    /** The link with which it signs people out who come back to this address. */
    URI signOut(URI destination) {
        return stack.http()
                .issuer(
                        "/logout",
                        Map.of(
                                "client_id",
                                application.clientId(),
                                "post_logout_redirect_uri",
                                destination.toString()));
    }
}
