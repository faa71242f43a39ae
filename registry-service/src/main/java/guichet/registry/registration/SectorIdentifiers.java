package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.malformed;

import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.HttpAddress;
import guichet.outside.OutsideCalls;
import guichet.outside.OutsideFailure;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sectors within which a person's pairwise subject is the same, OpenID Connect Core §8.1: the
 * host of {@code sector_identifier_uri}, or else the one host of all redirect addresses. Who says
 * to be of a host proves it by being reached there and nowhere else.
 */
@Singleton
class SectorIdentifiers {
    static final String MEMBER = "sector_identifier_uri";

    private final OutsideCalls calls;

    SectorIdentifiers(OutsideCalls calls) {
        this.calls = calls;
    }

    /**
     * The sector; empty when the addresses prove none, or tell several.
     *
     * @param redirectUris where the client hears of people who come
     * @param otherUris where else it hears of them: each has to be at the sector's host, or be
     *     published too
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} unless every redirect
     *     address is published at {@code sector_identifier_uri}, Dynamic Client Registration §5
     */
    Optional<String> of(
            Optional<URI> sectorIdentifierUri, List<String> redirectUris, List<String> otherUris) {
        if (sectorIdentifierUri.isEmpty()) {
            return onlyHost(redirectUris).filter(host -> areAt(host, otherUris, Set.of()));
        }
        Set<String> published = published(sectorIdentifierUri.get());
        for (String address : redirectUris) {
            if (!published.contains(address)) {
                throw contradictory(MEMBER, "what is published there lacks " + address);
            }
        }
        return sectorIdentifierUri
                .filter(_ -> !redirectUris.isEmpty())
                .flatMap(HttpAddress::of)
                .map(HttpAddress::host)
                .filter(host -> areAt(host, otherUris, published));
    }

    private static boolean areAt(String host, List<String> addresses, Set<String> published) {
        return addresses.stream()
                .allMatch(it -> published.contains(it) || host(it).equals(Optional.of(host)));
    }

    private static Optional<String> host(String address) {
        return HttpAddress.of(address).map(HttpAddress::host);
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

    /**
     * An address without a host, as of an application on a device, is at none of them; nor is one
     * on loopback, where everybody is.
     */
    private static Optional<String> onlyHost(List<String> redirectUris) {
        Set<Optional<String>> hosts =
                redirectUris.stream()
                        .map(it ->
                                HttpAddress.of(it)
                                        .filter(address -> !address.isLoopback())
                                        .map(HttpAddress::host))
                        .collect(Collectors.toUnmodifiableSet());
        return hosts.size() == 1 ? hosts.iterator().next() : Optional.empty();
    }
}
