package guichet.registry.resource;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API on offer; its scopes are rows of their own. */
@Entity
@Table(name = "resource")
class OfferedResource {
    @Id
    @Column(name = "name")
    String name;

    @Column(name = "identifier", nullable = false)
    String identifier;

    @Column(name = "title", nullable = false)
    String title;

    /** As which client the API asks about tokens; it need not be there (yet). */
    @Column(name = "client_id")
    @Nullable String clientId;

    /** By which tokens for it are signed, for example {@code ES256}. */
    @Column(name = "signing_algorithm", nullable = false)
    String signingAlgorithm;

    @Column(name = "is_default", nullable = false)
    boolean isDefault;

    /** In seconds. */
    @Column(name = "access_token_lifetime")
    @Nullable Long accessTokenLifetime;

    /** Of the person, by name. */
    @Column(name = "access_token_claims", nullable = false)
    List<String> accessTokenClaims;

    /** Whether its scopes are for clients that the settings declare, and for no others. */
    @Column(name = "reserved", nullable = false)
    boolean reserved;

    /** Whether the settings declare it: then nothing but a start changes it. */
    @Column(name = "declared", nullable = false)
    boolean declared;

    @Column(name = "version", nullable = false)
    long version;

    /** For Hibernate. */
    protected OfferedResource() {}

    OfferedResource(String name) {
        this.name = name;
    }

    /** What is said of it, but its scopes; from now on in this version. */
    void take(Api api, long version) {
        identifier = api.identifier();
        title = api.title();
        clientId = api.introspectionClient().orElse(null);
        signingAlgorithm = api.signingAlgorithm();
        isDefault = api.isDefault();
        accessTokenLifetime = api.accessTokenLifetime().orElse(null);
        accessTokenClaims = api.accessTokenClaims();
        this.version = version;
    }
}
