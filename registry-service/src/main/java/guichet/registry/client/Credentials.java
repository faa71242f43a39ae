package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a new client is given, RFC 7591 §3.2.1; the secret is shown this once.
 *
 * @param clientSecret null when none was made
 * @param registrationAccessToken opens the client's own registration, RFC 7592 §3; null for one
 *     that it shares with others
 */
public record Credentials(
        String clientId,
        @Nullable OpaqueToken clientSecret,
        @Nullable OpaqueToken registrationAccessToken,
        Instant clientIdIssuedAt) {}
