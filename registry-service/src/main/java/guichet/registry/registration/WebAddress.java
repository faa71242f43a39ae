package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.fault;

import guichet.oauth.Loopback;
import guichet.oauth.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Addresses in the metadata, other than those to which people are sent with codes. */
final class WebAddress {
    static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address of something that people look at: http or https. */
    static Optional<String> page(MetadataFields fields, String name) {
        Optional<String> address = fields.text(name, LONGEST);
        if (address.isPresent() && parsed(address.get()).filter(WebAddress::isWeb).isEmpty()) {
            throw fault(
                    Reason.METADATA_MALFORMED, name, "must be an absolute http or https address");
        }
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
        return parsed(address)
                .filter(WebAddress::isWeb)
                .filter(it -> it.getRawUserInfo() == null && isEncrypted(it))
                .orElseThrow(() ->
                        fault(
                                Reason.METADATA_MALFORMED,
                                name,
                                "must be an absolute https address, or http on loopback"));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || "http".equalsIgnoreCase(uri.getScheme()));
    }

    /** Encrypted, or never on a network. */
    private static boolean isEncrypted(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || Loopback.isLoopback(uri.getHost());
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
