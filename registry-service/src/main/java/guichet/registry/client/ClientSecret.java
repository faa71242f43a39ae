package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's secret: its SHA-256, and what it is derived from where it must be known again. */
@Entity
@Table(name = "client_secret")
class ClientSecret {

    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "expires_at")
    @Nullable Instant expiresAt;

    @Column(name = "derived_from", updatable = false)
    @Nullable UUID derivedFrom;

    /** Under which key of the settings; null from an earlier version. */
    @Column(name = "derivation_key", updatable = false)
    @Nullable String derivationKey;

    /** For Hibernate. */
    protected ClientSecret() {}

    ClientSecret(OpaqueToken secret, String clientId, Instant createdAt) {
        this.sha256 = secret.sha256();
        this.clientId = clientId;
        this.createdAt = createdAt;
    }
}
