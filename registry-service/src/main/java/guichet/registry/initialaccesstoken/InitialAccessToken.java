package guichet.registry.initialaccesstoken;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An initial access token, RFC 7591 §3; only its SHA-256 is kept. */
@Entity
@Table(name = "initial_access_token")
class InitialAccessToken {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "sha256", nullable = false, updatable = false)
    String sha256;

    @Column(name = "note", nullable = false, updatable = false)
    String note;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    /** Null when it is good until it is revoked. */
    @Column(name = "expires_at", updatable = false)
    @Nullable Instant expiresAt;

    /** How many registrations it is still good for; null for any number. */
    @Column(name = "uses_left")
    @Nullable Integer usesLeft;

    /** For Hibernate. */
    protected InitialAccessToken() {}

    InitialAccessToken(
            String sha256,
            String note,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Integer usesLeft) {
        this.id = UUID.randomUUID();
        this.sha256 = sha256;
        this.note = note;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.usesLeft = usesLeft;
    }
}
