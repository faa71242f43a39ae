package guichet.registry.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.AdministeredClient;
import guichet.registry.client.Credentials;
import java.util.Optional;

/**
 * An application as an administrator sees it.
 *
 * @param name what administrators call it
 * @param registration the rest, as its own registration would be answered; with a secret only where
 *     that was just made
 */
record ApplicationAnswer(
        String name,
        long version,
        @JsonUnwrapped @JsonIgnoreProperties("lint") ClientInformationResponse registration) {

    static ApplicationAnswer of(AdministeredClient client) {
        return of(client, Optional.empty());
    }

    static ApplicationAnswer of(AdministeredClient client, Optional<OpaqueToken> secret) {
        var credentials =
                new Credentials(client.clientId(), secret, Optional.empty(), client.issuedAt());
        return new ApplicationAnswer(
                client.name(),
                client.version(),
                ClientInformationResponse.of(
                        credentials, TakenMetadata.before(client.metadata()), ""));
    }

    @Override
    public String toString() {
        return "ApplicationAnswer[%s]".formatted(name);
    }
}
