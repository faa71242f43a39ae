package guichet.kit.issuer;

import guichet.oauth.HttpAddress;
import java.util.Set;
import java.util.function.Predicate;

/** Whether an address can be an issuer, RFC 8414 §2; http is for trying things out. */
final class IsIssuer implements Predicate<String> {
    private static final Set<String> SCHEMES = Set.of("https", "http");

    @Override
    public boolean test(String address) {
        return !address.endsWith("/")
                && HttpAddress.of(address)
                        .map(HttpAddress::uri)
                        .filter(uri -> SCHEMES.contains(uri.getScheme()))
                        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                        .isPresent();
    }
}
