package guichet.registry.client;

import guichet.registryclient.ClientMetadata;
import java.time.Instant;

/**
 * An application that administrators keep.
 *
 * @param name what they call it
 */
public record AdministeredClient(
        String name, String clientId, ClientMetadata metadata, Instant issuedAt, long version) {
    static AdministeredClient of(Client client) {
        return new AdministeredClient(
                String.valueOf(client.administeredAs),
                client.clientId,
                client.metadata,
                client.issuedAt,
                client.version);
    }
}
