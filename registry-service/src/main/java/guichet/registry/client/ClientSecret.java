package guichet.registry.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client's secret; only its SHA-256 is kept. */
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

    /** For Hibernate. */
    protected ClientSecret() {}

    ClientSecret(String sha256, String clientId, Instant createdAt) {
        this.sha256 = sha256;
        this.clientId = clientId;
        this.createdAt = createdAt;
    }
}
