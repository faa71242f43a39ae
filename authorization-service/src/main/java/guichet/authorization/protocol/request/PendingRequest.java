package guichet.authorization.protocol.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that waits for a person; the browser that made it has the handle. */
@Entity
@Table(name = "pending_request")
class PendingRequest {
    @Id
    @Column(name = "sha256")
    String sha256;

    /** Null until the first browser comes with the handle. */
    @Column(name = "browser_sha256")
    @Nullable String browserSha256;

    /** The {@link AuthorizationRequest} as JSON. */
    @Column(name = "request", nullable = false, updatable = false)
    String request;

    /** Null until the person has chosen an account for it. */
    @Column(name = "chosen_person_id", insertable = false)
    @Nullable UUID chosenPersonId;

    /** From where it came; null when nobody told. */
    @Column(name = "network", updatable = false)
    @Nullable String network;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** For Hibernate. */
    protected PendingRequest() {}

    PendingRequest(
            String sha256,
            @Nullable String browserSha256,
            String request,
            @Nullable String network,
            Instant expiresAt) {
        this.sha256 = sha256;
        this.browserSha256 = browserSha256;
        this.request = request;
        this.network = network;
        this.expiresAt = expiresAt;
    }
}
