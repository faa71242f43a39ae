package guichet.authorization.protocol.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One claim that a person approved for one client, beside those that a scope opens. */
@Entity
@Table(name = "consent_claim")
@IdClass(ConsentClaim.Key.class)
class ConsentClaim {
    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    @Column(name = "client_id")
    String clientId;

    @Id
    @Column(name = "claim")
    String claim;

    @Column(name = "granted_at", nullable = false, updatable = false)
    Instant grantedAt;

    /** When it was last approved together with {@code offline_access}; null for never. */
    @Column(name = "offline_granted_at")
    @Nullable Instant offlineGrantedAt;

    /** For Hibernate. */
    protected ConsentClaim() {}

    /** What makes it one. */
    record Key(UUID personId, String clientId, String claim) implements Serializable {}
}
