package guichet.authorization.request;

import guichet.oauth.OAuthException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose object, if it has one, was read, RFC 9101 §5.
 *
 * @param parameters those of the object, and those beside it if it is not signed: by them the
 *     answer goes, be it a refusal of the object itself
 * @param fault why the object is refused
 */
public record ResolvedRequest(
        Map<String, List<String>> parameters, Optional<OAuthException> fault) {
    /** The parameters of a request that is to be gone on with. */
    public Map<String, List<String>> good() {
        fault.ifPresent(it -> {
            throw it;
        });
        return parameters;
    }
}
