package guichet.authorization.protocol.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A logout request that waits for a person to confirm it; only the handle's hash is kept. */
@Entity
@Table(name = "pending_logout")
class PendingLogout {
    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "client_id", updatable = false)
    @Nullable String clientId;

    @Column(name = "sid", updatable = false)
    @Nullable UUID sid;

    @Column(name = "post_logout_redirect_uri", updatable = false)
    @Nullable String postLogoutRedirectUri;

    @Column(name = "state", updatable = false)
    @Nullable String state;

    /** From where it came; null when nobody told. */
    @Column(name = "network", updatable = false)
    @Nullable String network;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** For Hibernate. */
    protected PendingLogout() {}

    PendingLogout(
            String sha256, LogoutRequest request, @Nullable String network, Instant expiresAt) {
        this.sha256 = sha256;
        this.clientId = request.clientId().orElse(null);
        this.sid = request.sid().orElse(null);
        this.postLogoutRedirectUri = request.postLogoutRedirectUri().orElse(null);
        this.state = request.state().orElse(null);
        this.network = network;
        this.expiresAt = expiresAt;
    }

    LogoutRequest request() {
        return new LogoutRequest(
                Optional.ofNullable(clientId),
                Optional.ofNullable(sid),
                Optional.ofNullable(postLogoutRedirectUri),
                Optional.ofNullable(state));
    }
}
