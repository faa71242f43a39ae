package guichet.authorization.protocol.request;

import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import java.util.Optional;

/**
 * A request whose object, if it has one, was read, RFC 9101 §5.
 *
 * @param parameters those of the object, and those beside it if it is not signed: by them the
 *     answer goes, be it a refusal of the object itself
 * @param fault why the object is refused
 */
public record ResolvedRequest(Form parameters, Optional<OAuthException> fault) {
    /**
     * The parameters of a request that is to be gone on with.
     *
     * @throws OAuthException saying what is wrong with the object, or with one of them
     */
    public Form good() {
        fault.ifPresent(it -> {
            throw it;
        });
        return parameters.checked();
    }
}
