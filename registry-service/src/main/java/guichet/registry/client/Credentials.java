package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import java.time.Instant;
import java.util.Optional;

/**
 * What a new client is given, RFC 7591 §3.2.1; the secret is shown this once.
 *
 * @param clientSecret empty when none was made
 * @param registrationAccessToken opens the client's own registration, RFC 7592 §3; empty for one
 *     that it shares with others
 */
public record Credentials(
        String clientId,
        Optional<OpaqueToken> clientSecret,
        Optional<OpaqueToken> registrationAccessToken,
        Instant clientIdIssuedAt) {}
