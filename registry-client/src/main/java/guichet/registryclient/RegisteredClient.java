package guichet.registryclient;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.HttpAddress;
import guichet.oauth.OpaqueToken;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An application as the registry knows it; of secrets it has the hashes alone.
 *
 * @param metadata what it registered; its scope is the most that it may ask for
 * @param logoSha256 by which its logo is shown at {@code /logos/…}, if it has one
 * @param secretHashes lower-case hex SHA-256 of each secret now valid, two at most
 * @param standing who answers for it; a registry of an earlier version does not say: nobody
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RegisteredClient(
        String clientId,
        @JsonUnwrapped ClientMetadata metadata,
        Optional<String> logoSha256,
        List<String> secretHashes,
        Standing standing) {

    public RegisteredClient {
        secretHashes = List.copyOf(secretHashes);
        standing = Objects.requireNonNullElse(standing, Standing.SELF_REGISTERED);
    }

    /**
     * What people see who read this language: its name, or else the host that they are sent to.
     * What stands in the place of a host after a private-use scheme is nobody's address.
     */
    public String nameFor(Locale reader) {
        return metadata.clientName(reader)
                .or(() ->
                        metadata.redirectUris().stream()
                                .flatMap(address -> HttpAddress.of(address).stream())
                                .map(HttpAddress::host)
                                .findFirst())
                .orElse(clientId);
    }

    /** Whether this is one of its secrets, compared in constant time. */
    public boolean hasSecret(OpaqueToken secret) {
        return secretHashes.stream().anyMatch(secret::hasSha256);
    }
}
