package guichet.kit.issuer;

import guichet.oauth.HttpAddress;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start with an issuer of another form: it is compared to the letter (RFC 8414 §3.3),
 * and what is appended to a slash would be an address with two.
 */
@Singleton
@Startup
class RequiredIssuer {
    private static final Set<String> SCHEMES = Set.of("https", "http");

    RequiredIssuer(@ConfigProperty(name = "guichet.issuer") String issuer) {
        if (issuer.endsWith("/")) {
            throw fault("must not end with a slash");
        }
        if (!isIssuer(issuer)) {
            throw fault("must be an https address without user, query and fragment");
        }
    }

    private static boolean isIssuer(String issuer) {
        return HttpAddress.of(issuer)
                .map(HttpAddress::uri)
                .filter(uri -> SCHEMES.contains(uri.getScheme()))
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .isPresent();
    }

    private static IllegalStateException fault(String fault) {
        return new IllegalStateException("guichet.issuer: " + fault);
    }
}
