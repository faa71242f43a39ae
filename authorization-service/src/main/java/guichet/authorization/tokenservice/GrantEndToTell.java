package guichet.authorization.tokenservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The end of a grant that token-service has yet to be told. */
@Entity
@Table(name = "grant_end_to_tell")
class GrantEndToTell {
    @Id
    @Column(name = "grant_id")
    UUID grantId;

    @Column(name = "reason", nullable = false, updatable = false)
    String reason;

    @Column(name = "ended_at", nullable = false, updatable = false)
    Instant endedAt;

    /** For Hibernate. */
    protected GrantEndToTell() {}
}
