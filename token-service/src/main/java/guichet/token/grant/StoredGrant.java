package guichet.token.grant;

import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A grant that refresh tokens belong to. */
@Entity
@Table(name = "token_grant")
class StoredGrant {
    @Id UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "subject", nullable = false, updatable = false)
    String subject;

    @Column(name = "scope", nullable = false, updatable = false)
    String scope;

    @Column(name = "auth_time", nullable = false, updatable = false)
    Instant authTime;

    @Column(name = "amr", nullable = false, updatable = false)
    List<String> amr;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** For Hibernate. */
    protected StoredGrant() {}

    StoredGrant(Grant grant, Instant createdAt, Instant expiresAt) {
        this.id = grant.id();
        this.clientId = grant.clientId();
        this.subject = grant.subject();
        this.scope = grant.scope().toString();
        this.authTime = grant.authTime();
        this.amr = grant.amr();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Grant grant() {
        return new Grant(id, clientId, subject, Scope.parse(scope), authTime, amr);
    }
}
