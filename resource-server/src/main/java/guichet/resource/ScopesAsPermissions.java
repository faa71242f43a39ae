package guichet.resource;

import guichet.oauth.Scope;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Permission;
import java.util.stream.Stream;

/**
 * What the scopes of a token allow, in the words of Quarkus Security: each is a permission, and a
 * role too, since path policies know nothing else.
 */
@ApplicationScoped
class ScopesAsPermissions implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof VerifiedAccessToken token
                                ? with(token.scope(), identity)
                                : identity);
    }

    private static SecurityIdentity with(Scope scope, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(scope.tokens())
                .addPermissionChecker(wanted -> Uni.createFrom().item(allows(scope, wanted)))
                .build();
    }

    /**
     * Scopes are compared as wholes, RFC 6749 §3.3. Quarkus splits what is wanted at the colon, and
     * would take {@code seats:read} for {@code seats} as well.
     */
    private static boolean allows(Scope scope, Permission wanted) {
        if (!(wanted instanceof StringPermission)) {
            return false;
        }
        String actions = wanted.getActions();
        return actions == null
                ? scope.contains(wanted.getName())
                : Stream.of(actions.split(",")) // any of these is enough
                        .anyMatch(it -> scope.contains(wanted.getName() + ":" + it));
    }
}
