package guichet.registry.registration;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The sector within which a person's pairwise subject is the same, OpenID Connect Core §8.1: the
 * host of {@code sector_identifier_uri}, or else the one host of all redirect addresses.
 */
final class SectorIdentifier {
    private SectorIdentifier() {}

    /** The sector; empty when the addresses tell none, or several. */
    static Optional<String> of(Optional<URI> sectorIdentifierUri, List<String> redirectUris) {
        return sectorIdentifierUri.map(URI::getHost).or(() -> onlyHost(redirectUris));
    }

    private static Optional<String> onlyHost(List<String> redirectUris) {
        List<String> hosts =
                redirectUris.stream()
                        .map(address -> URI.create(address).getHost())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return hosts.size() == 1 ? Optional.of(hosts.getFirst()) : Optional.empty();
    }
}
