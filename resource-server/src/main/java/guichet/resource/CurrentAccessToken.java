package guichet.resource;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.context.ApplicationScoped;

/** The access token of the request being served, where a rule asked for one. */
@ApplicationScoped
public class CurrentAccessToken {
    private final CurrentVertxRequest request;

    CurrentAccessToken(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * The token.
     *
     * @throws IllegalStateException on an endpoint without {@link RequiresScope} or a rule of
     *     Quarkus Security: it takes no part in who may call
     */
    public VerifiedAccessToken get() {
        if (request.getCurrent().user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof VerifiedAccessToken token) {
            return token;
        }
        throw new IllegalStateException("no rule asked for a token: write @RequiresScope");
    }
}
