package guichet.token.administration;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The administration as an API: its own {@code aud}, and where it is described. */
@Singleton
class AdministrationApi {
    static final List<String> SCOPES = List.of("keys:admin", "people:admin", "registry:admin");
    static final String METADATA = "/.well-known/oauth-protected-resource";
    private static final String PATH = "/admin";

    private final String issuer;

    AdministrationApi(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    /** What tokens for it name in {@code aud}. */
    String identifier() {
        return issuer + PATH;
    }

    /** The path of the identifier, which stands behind the well-known one, RFC 9728 §3.1. */
    String path() {
        return URI.create(identifier()).getRawPath();
    }

    /** Where its metadata is, RFC 9728 §3.1. */
    URI metadata() {
        return URI.create(issuer).resolve(METADATA + path());
    }
}
