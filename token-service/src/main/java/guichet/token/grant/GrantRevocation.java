package guichet.token.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The end of a grant. */
@Entity
@Table(name = "grant_revocation")
class GrantRevocation {
    @Id
    @Column(name = "grant_id")
    UUID grantId;

    @Column(name = "revoked_at", nullable = false, updatable = false)
    Instant revokedAt;

    @Column(name = "reason", nullable = false, updatable = false)
    String reason;

    /** For Hibernate. */
    protected GrantRevocation() {}
}
