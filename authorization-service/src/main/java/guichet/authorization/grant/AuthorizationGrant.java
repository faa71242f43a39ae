package guichet.authorization.grant;

import guichet.oauth.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's permission for one client, made by one authorization. */
@Entity
@Table(name = "authorization_grant")
class AuthorizationGrant {
    private static final List<String> PASSWORD = List.of("pwd");

    @Id UUID id;

    @Column(name = "person_id", nullable = false, updatable = false)
    UUID personId;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "scope", nullable = false, updatable = false)
    String scope;

    @Column(name = "auth_time", nullable = false, updatable = false)
    Instant authTime;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected AuthorizationGrant() {}

    AuthorizationGrant(
            UUID personId, String clientId, Scope scope, Instant authTime, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.clientId = clientId;
        this.scope = scope.toString();
        this.authTime = authTime;
        this.createdAt = createdAt;
    }

    Grant grant() {
        return new Grant(id, clientId, personId, Scope.parse(scope), authTime, PASSWORD);
    }
}
