package guichet.authorization.protocol.code;

import static guichet.kit.audit.AuditEvent.CODE_OF_ANOTHER_CLIENT;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.GRANT;

import guichet.authorization.protocol.code.Redemption.Redeemed;
import guichet.authorization.protocol.code.Redemption.Refused;
import guichet.authorization.protocol.code.Redemption.Replayed;
import guichet.authorization.protocol.grant.Grant;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.Permission;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.authorization.protocol.identity.IdentityClaims;
import guichet.kit.audit.Audit;
import guichet.kit.database.ExpiredRows;
import guichet.oauth.OAuthError;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.oauth.TokenKind;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Target;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The authorization codes. */
@ApplicationScoped
public class AuthorizationCodes {

    /** A spent code is remembered for so long, so that a replay is known as one. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final AuthorizationCodeRows rows;
    private final Clock clock;
    private final Duration lifetime;
    private final Grants grants;
    private final IdentityClaims claims;
    private final ExpiredRows expired;
    private final Audit audit;

    AuthorizationCodes(
            AuthorizationCodeRows rows,
            Clock clock,
            CodeConfig config,
            Grants grants,
            IdentityClaims claims,
            DataSource database,
            Audit audit) {
        this.rows = rows;
        this.clock = clock;
        this.lifetime = config.lifetime();
        this.grants = grants;
        this.claims = claims;
        this.expired = new ExpiredRows(database);
        this.audit = audit;
    }

    /**
     * A code for a new grant, as {@link Grants#addInSession} makes one.
     *
     * @param nonce to be returned in the ID token, OpenID Connect Core §3.1.2.1
     */
    @Transactional
    public Optional<OpaqueToken> issueInSession(
            Permission permission,
            BooleanSupplier approval,
            CodeBinding binding,
            Optional<String> nonce) {
        return grants.addInSession(permission, approval).map(grant -> issue(grant, binding, nonce));
    }

    private OpaqueToken issue(Grant grant, CodeBinding binding, Optional<String> nonce) {
        var code = OpaqueToken.random(TokenKind.AUTHORIZATION_CODE);
        Instant expiresAt = clock.instant().plus(lifetime);
        rows.persist(new AuthorizationCode(code.sha256(), grant, binding, nonce, expiresAt));
        return code;
    }

    /**
     * Spends a code. The first attempt of its own client wins, right or wrong, however many race:
     * the database decides. Another client's attempt leaves the code alone, and so does one that is
     * right but for the APIs that it names: it gives nothing away, and can be made again.
     *
     * @param registered the scopes that the client may have now
     * @throws guichet.oauth.OAuthException {@code invalid_target} for such APIs
     */
    @Transactional
    Redemption redeem(RedeemRequest request, Scope registered, ResourceCatalogue catalogue) {
        var code = OpaqueToken.of(request.code());
        if (!code.isWellFormed(TokenKind.AUTHORIZATION_CODE)) {
            return new Refused("not a code of ours");
        }
        AuthorizationCode presented = rows.findById(code.sha256());
        if (presented == null) {
            return new Refused("unknown code");
        }
        if (!presented.clientId.equals(request.clientId())) {
            audit.tell(
                    CODE_OF_ANOTHER_CLIENT,
                    CLIENT.is(request.clientId()),
                    GRANT.is(presented.grantId));
            return new Refused("another client's code");
        }
        if (!grants.lock(presented.grantId)) {
            return new Refused("grant %s was forgotten".formatted(presented.grantId));
        }
        return spend(presented)
                ? redeemed(presented, request, registered, catalogue)
                : replayed(presented);
    }

    private boolean spend(AuthorizationCode code) {
        return rows.update(
                        "spentAt = ?1 where sha256 = ?2 and spentAt is null",
                        clock.instant(),
                        code.sha256)
                == 1;
    }

    private Redemption redeemed(
            AuthorizationCode code,
            RedeemRequest request,
            Scope registered,
            ResourceCatalogue catalogue) {
        if (!code.expiresAt.isAfter(clock.instant())) {
            return new Refused("code of grant %s expired".formatted(code.grantId));
        }
        Optional<OAuthError> fault =
                code.binding().faultOf(request.redirectUri(), request.codeVerifier());
        return fault.<Redemption>map(Refused::telling)
                .orElseGet(() -> granted(code, request, registered, catalogue));
    }

    private Redemption granted(
            AuthorizationCode code,
            RedeemRequest request,
            Scope registered,
            ResourceCatalogue catalogue) {
        Optional<PersonGrant> found = grants.findStanding(code.grantId);
        if (found.isEmpty()) {
            return new Refused("grant %s has ended".formatted(code.grantId));
        }
        PersonGrant permission = found.get().within(registered);
        Grant grant = permission.grant();
        Scope scope = permission.approved().scope();
        Target.ofGrant(catalogue, scope, grant.grantedAt(), grant.resources(), request.resources());
        grants.redeem(grant);
        return new Redeemed(
                grant,
                Optional.ofNullable(code.nonce),
                request.userinfoClaims()
                        ? claims.forFullIdToken(permission)
                        : claims.forIdToken(permission),
                claims.forAccessToken(permission, scope, request.accessTokenClaims()));
    }

    private Redemption replayed(AuthorizationCode code) {
        grants.revoke(code.grantId, "code replayed");
        return new Replayed(code.grantId);
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        Instant past = clock.instant().minus(REMEMBERED);
        expired.delete("authorization_code", "expires_at < ?", past);
    }
}
