package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import guichet.registryclient.ClientMetadata;
import java.util.Optional;

/**
 * A client that the settings declare.
 *
 * @param secret its one secret, which the operator chose; empty for a client that uses none
 */
public record DeclaredClient(
        String clientId, ClientMetadata metadata, Optional<OpaqueToken> secret) {}
