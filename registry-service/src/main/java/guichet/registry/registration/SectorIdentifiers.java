package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.malformed;

import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.kit.outside.OutsideCalls;
import guichet.kit.outside.OutsideFailure;
import guichet.oauth.HttpAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sectors within which a person's pairwise subject is the same, OpenID Connect Core §8.1: the
 * host of {@code sector_identifier_uri}, or else the one host of all redirect addresses.
 */
@Singleton
class SectorIdentifiers {
    static final String MEMBER = "sector_identifier_uri";

    private final OutsideCalls calls;

    SectorIdentifiers(OutsideCalls calls) {
        this.calls = calls;
    }

    /**
     * The sector; empty when the addresses tell none, or several.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} unless every redirect
     *     address is published at {@code sector_identifier_uri}, Dynamic Client Registration §5
     */
    Optional<String> of(Optional<URI> sectorIdentifierUri, List<String> redirectUris) {
        if (sectorIdentifierUri.isEmpty()) {
            return onlyHost(redirectUris);
        }
        Set<String> published = published(sectorIdentifierUri.get());
        for (String address : redirectUris) {
            if (!published.contains(address)) {
                throw contradictory(MEMBER, "what is published there lacks " + address);
            }
        }
        return sectorIdentifierUri.flatMap(HttpAddress::of).map(HttpAddress::host);
    }

    private Set<String> published(URI address) {
        try {
            var published = new HashSet<String>();
            ForeignJson.array(calls.get(address).body()).forEach(it -> published.add(it.asText()));
            return published;
        } catch (OutsideFailure failure) {
            throw malformed(MEMBER, failure.words());
        } catch (ForeignFault _) {
            throw malformed(
                    MEMBER, "what is published there must be a JSON array of redirect addresses");
        }
    }

    private static Optional<String> onlyHost(List<String> redirectUris) {
        List<String> hosts =
                redirectUris.stream()
                        .flatMap(address -> HttpAddress.of(address).stream())
                        .map(HttpAddress::host)
                        .distinct()
                        .toList();
        return hosts.size() == 1 ? Optional.of(hosts.getFirst()) : Optional.empty();
    }
}
