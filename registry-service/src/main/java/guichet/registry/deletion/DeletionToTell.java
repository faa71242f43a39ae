package guichet.registry.deletion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A deletion that token-service has yet to be told. */
@Entity
@Table(name = "deletion_to_tell")
class DeletionToTell {
    @Id
    @Column(name = "client_id")
    String clientId;

    @Column(name = "deleted_at", nullable = false, updatable = false)
    Instant deletedAt;

    /** For Hibernate. */
    protected DeletionToTell() {}

    DeletionToTell(String clientId, Instant deletedAt) {
        this.clientId = clientId;
        this.deletedAt = deletedAt;
    }
}
