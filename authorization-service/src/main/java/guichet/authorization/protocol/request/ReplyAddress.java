package guichet.authorization.protocol.request;

import guichet.oauth.ResponseMode;
import java.util.Optional;

/**
 * Where and how the answer to a request goes.
 *
 * @param redirectUri registered for the client
 * @param isGiven whether the request had it; otherwise it is the client's only one
 * @param failureUri that the client had registered for failures when it asked
 */
public record ReplyAddress(
        String redirectUri,
        boolean isGiven,
        ResponseMode mode,
        Optional<String> state,
        Optional<String> failureUri) {
    /** The same way to another address, for failures. */
    ReplyAddress at(String otherUri) {
        return new ReplyAddress(otherUri, isGiven, mode, state, failureUri);
    }
}
