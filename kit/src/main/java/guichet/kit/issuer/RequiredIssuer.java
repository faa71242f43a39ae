package guichet.kit.issuer;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
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
        try {
            var uri = new URI(issuer);
            return uri.isAbsolute()
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static IllegalStateException fault(String fault) {
        return new IllegalStateException("guichet.issuer: " + fault);
    }
}
