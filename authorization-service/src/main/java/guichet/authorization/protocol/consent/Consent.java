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

/** One scope that a person approved for one client. */
@Entity
@Table(name = "consent")
@IdClass(Consent.Key.class)
class Consent {
    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    @Column(name = "client_id")
    String clientId;

    @Id
    @Column(name = "scope")
    String scope;

    @Column(name = "granted_at", nullable = false, updatable = false)
    Instant grantedAt;

    /** When it was last approved together with {@code offline_access}; null for never. */
    @Column(name = "offline_granted_at")
    @Nullable Instant offlineGrantedAt;

    /** For Hibernate. */
    protected Consent() {}

    /** What makes it one. */
    record Key(UUID personId, String clientId, String scope) implements Serializable {}
}
