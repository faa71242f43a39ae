package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.malformed;

import guichet.oauth.HttpAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Addresses in the metadata, other than those to which people are sent with codes. */
final class WebAddress {
    static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address of something that people are shown: https, or http on loopback. */
    static Optional<URI> page(MetadataFields fields, String name) {
        return fields.text(name, LONGEST).map(it -> protectedAddress(name, it));
    }

    /** The address of something that is called: https, or http on loopback. */
    static Optional<URI> called(MetadataFields fields, String name) {
        Optional<URI> address = page(fields, name);
        if (address.filter(it -> it.getRawFragment() != null).isPresent()) {
            throw malformed(name, "must have no fragment");
        }
        return address;
    }

    /** Several of these; a fragment, which names a version of what is there, may follow. */
    static List<String> allCalled(MetadataFields fields, String name) {
        List<String> addresses = fields.texts(name, LONGEST).orElse(List.of());
        addresses.forEach(address -> protectedAddress(name, address));
        return addresses;
    }

    private static URI protectedAddress(String name, String address) {
        return HttpAddress.of(address)
                .filter(HttpAddress::isProtected)
                .map(HttpAddress::uri)
                .orElseThrow(() ->
                        malformed(
                                name,
                                "must be an absolute https address, or http on loopback, with a"
                                        + " host and no user"));
    }
}
