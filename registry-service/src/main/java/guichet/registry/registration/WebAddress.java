package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Addresses in the metadata, other than those to which people are sent with codes. */
final class WebAddress {
    static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address of something that people are shown: https, or http on loopback. */
    static Optional<String> page(MetadataFields fields, String name) {
        Optional<String> address = fields.text(name, LONGEST);
        address.ifPresent(it -> protectedAddress(name, it));
        return address;
    }

    /** The address of something that is called: https, or http on loopback. */
    static Optional<URI> called(MetadataFields fields, String name) {
        Optional<URI> address = fields.text(name, LONGEST).map(it -> called(name, it));
        if (address.filter(it -> it.getRawFragment() != null).isPresent()) {
            throw fault(Reason.METADATA_MALFORMED, name, "must have no fragment");
        }
        return address;
    }

    /** Several of these; a fragment, which names a version of what is there, may follow. */
    static List<String> allCalled(MetadataFields fields, String name) {
        List<String> addresses = fields.texts(name, LONGEST).orElse(List.of());
        addresses.forEach(address -> called(name, address));
        return addresses;
    }

    private static URI called(String name, String address) {
        return protectedAddress(name, address).uri();
    }

    private static HttpAddress protectedAddress(String name, String address) {
        return HttpAddress.of(address)
                .filter(HttpAddress::isProtected)
                .orElseThrow(() ->
                        fault(
                                Reason.METADATA_MALFORMED,
                                name,
                                "must be an absolute https address, or http on loopback, with a"
                                        + " host and no user"));
    }
}
