package guichet.token.grant;

import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "resources", nullable = false, updatable = false)
    List<String> resources;

    @Column(name = "auth_time", updatable = false)
    Instant authTime;

    @Column(name = "amr", nullable = false, updatable = false)
    List<String> amr;

    @Column(name = "acr", updatable = false)
    @Nullable String acr;

    @Column(name = "sid", updatable = false)
    @Nullable UUID sid;

    @Column(name = "person_id", updatable = false)
    @Nullable UUID personId;

    @Column(name = "granted_at", nullable = false, updatable = false)
    Instant grantedAt;

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
        this.resources = grant.resources();
        this.authTime = grant.authTime();
        this.amr = grant.amr();
        this.acr = grant.acr().orElse(null);
        this.sid = grant.sid().orElse(null);
        this.personId = grant.personId().or(grant::personBySubject).orElse(null);
        this.grantedAt = grant.grantedAt().orElse(createdAt);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    LiveGrant alive() {
        return new LiveGrant(
                new Grant(
                        id,
                        clientId,
                        subject,
                        Scope.parse(scope),
                        resources,
                        authTime,
                        amr,
                        Optional.ofNullable(acr),
                        Optional.ofNullable(sid),
                        Optional.ofNullable(personId),
                        Optional.of(grantedAt)),
                new StatusIndex(statusIndex));
    }
}
