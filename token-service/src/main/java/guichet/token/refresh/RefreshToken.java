package guichet.token.refresh;

import guichet.token.grant.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refresh token; only its SHA-256 is kept. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {
    @Id
    @Column(name = "sha256")
    String sha256;

    @Column(name = "grant_id", nullable = false, updatable = false)
    UUID grantId;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "idle_expires_at", nullable = false)
    Instant idleExpiresAt;

    @Column(name = "spent_at")
    @Nullable Instant spentAt;

    /** What its successor is derived from besides; null if an earlier version spent it. */
    @Column(name = "successor_salt")
    byte @Nullable [] successorSalt;

    /** Under which key of the settings; null likewise. */
    @Column(name = "successor_key")
    @Nullable String successorKey;

    /** Whether it says itself of which grant it is; not if an earlier version made it. */
    @Column(name = "names_grant", nullable = false, updatable = false)
    boolean namesGrant;

    /** For Hibernate. */
    protected RefreshToken() {}

    RefreshToken(String sha256, UUID grantId, Instant createdAt, Duration idleLifetime) {
        this.sha256 = sha256;
        this.grantId = grantId;
        this.createdAt = createdAt;
        this.idleExpiresAt = createdAt.plus(idleLifetime);
        this.namesGrant = true;
    }

    /** One of the same grant that was spent before and whose own row is gone. */
    KnownRefreshToken knownAsPredecessor(Grant grant) {
        return new KnownRefreshToken(grant, true, createdAt, idleExpiresAt);
    }

    KnownRefreshToken known(Grant grant) {
        return new KnownRefreshToken(grant, spentAt != null, createdAt, idleExpiresAt);
    }
}
