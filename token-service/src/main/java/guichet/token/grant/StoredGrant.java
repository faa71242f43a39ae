package guichet.token.grant;

import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Generated;

/** A person's grant; an application's own rows are read and written by {@link StandingGrants}. */
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

    @Column(name = "auth_time", updatable = false)
    Instant authTime;

    @Column(name = "amr", nullable = false, updatable = false)
    List<String> amr;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    @Generated
    @Column(name = "status_index", insertable = false, updatable = false)
    long statusIndex;

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

    LiveGrant alive() {
        return new LiveGrant(
                new Grant(id, clientId, subject, Scope.parse(scope), authTime, amr),
                new StatusIndex(statusIndex));
    }
}
