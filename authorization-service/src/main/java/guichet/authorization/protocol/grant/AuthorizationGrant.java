package guichet.authorization.protocol.grant;

import guichet.authorization.protocol.claim.Extent;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's permission for one client, made by one authorization. */
@Entity
@Table(name = "authorization_grant")
class AuthorizationGrant {
    @Id UUID id;

    @Column(name = "person_id", nullable = false, updatable = false)
    UUID personId;

    @Column(name = "subject", nullable = false, updatable = false)
    String subject;

    @Column(name = "client_id", nullable = false, updatable = false)
    String clientId;

    @Column(name = "scope", nullable = false, updatable = false)
    String scope;

    @Column(name = "resources", nullable = false, updatable = false)
    List<String> resources;

    /** The {@link guichet.authorization.protocol.claim.ClaimsRequest} as JSON. */
    @Column(name = "claims", nullable = false, updatable = false)
    String claims;

    /** Single claims that the person approved, beside those that the scope opens. */
    @Column(name = "approved_claims", nullable = false, updatable = false)
    List<String> approvedClaims;

    @Column(name = "auth_time", nullable = false, updatable = false)
    Instant authTime;

    @Column(name = "amr", nullable = false, updatable = false)
    List<String> amr;

    @Column(name = "acr", nullable = false, updatable = false)
    String acr;

    @Column(name = "sid", updatable = false)
    @Nullable UUID sid;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    /** Until when token-service lets it be used, and not when it is deleted. */
    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt;

    /** When its code was redeemed, or the password checked. */
    @Column(name = "redeemed_at")
    @Nullable Instant redeemedAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    /** For Hibernate. */
    protected AuthorizationGrant() {}

    AuthorizationGrant(Permission permission, String claims, Instant createdAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.personId = permission.personId();
        this.subject = permission.subject();
        this.clientId = permission.clientId();
        this.scope = permission.approved().scope().toString();
        this.resources = permission.resources();
        this.claims = claims;
        this.approvedClaims =
                permission.approved().claims().stream().map(StandardClaim::claim).toList();
        this.authTime = permission.authentication().authTime();
        this.amr = permission.authentication().amr();
        this.acr = permission.authentication().acr();
        this.sid = permission.authentication().sid().orElse(null);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Extent approved() {
        return new Extent(Scope.parse(scope), StandardClaim.named(approvedClaims));
    }

    Grant grant() {
        return new Grant(
                id,
                personId,
                clientId,
                subject,
                Scope.parse(scope),
                resources,
                createdAt,
                new Authentication(authTime, amr, acr, Optional.ofNullable(sid)));
    }
}
