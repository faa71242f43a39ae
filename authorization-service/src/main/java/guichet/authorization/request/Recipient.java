package guichet.authorization.request;

import guichet.kit.registry.RegisteredClient;
import java.util.Optional;

/**
 * Who asks, and where answers may be sent: known before anything else of a request is looked at.
 *
 * @param redirectUri registered for this client
 * @param redirectUriGiven whether the request had it
 * @param state as the request has it, for answers
 */
public record Recipient(
        RegisteredClient client,
        String redirectUri,
        boolean redirectUriGiven,
        Optional<String> state) {

    /** Where an error is sent: the client's own address for failures, if it registered one. */
    public String failureUri() {
        return client.failureRedirectUri().orElse(redirectUri);
    }
}
