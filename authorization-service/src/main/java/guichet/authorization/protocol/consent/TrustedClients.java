package guichet.authorization.protocol.consent;

import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The clients to whose addresses a browser is led without the person's own deed, RFC 9700 §4.11.2:
 * anybody may register an address, and send people to ours that lead on to it.
 */
@ApplicationScoped
public class TrustedClients {
    private final Consents consents;

    TrustedClients(Consents consents) {
        this.consents = consents;
    }

    /**
     * Whether it is one: declared, vouched for, or approved by this person before.
     *
     * @param personId who is signed in at the browser, if anybody is
     */
    public boolean isTrusted(RegisteredClient client, Optional<UUID> personId) {
        return switch (client.standing()) {
            case DECLARED, VOUCHED_FOR -> true;
            case SELF_REGISTERED ->
                    personId.filter(it -> consents.hasAny(it, client.clientId())).isPresent();
        };
    }
}
