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
 * What a token says of its caller, in the words of Quarkus Security. Each scope is a permission,
 * and a role too, since path policies know nothing else. Each role of the person is a role after
 * the word {@code role} and a space, which no scope has, RFC 6749 §3.3: whoever gives people roles
 * cannot thereby give applications scopes. Groups are none, and what SmallRye JWT made of them is
 * left behind.
 */
@ApplicationScoped
class ScopesAsPermissions implements SecurityIdentityAugmentor {
    private static final String ROLE = "role ";

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof VerifiedAccessToken token
                                ? known(token, identity)
                                : identity);
    }

    /** Made anew, since a builder takes no role away. */
    private static SecurityIdentity known(VerifiedAccessToken token, SecurityIdentity identity) {
        Scope scope = token.scope();
        var known =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addCredentials(identity.getCredentials())
                        .addAttributes(identity.getAttributes())
                        .addRoles(scope.tokens())
                        .addPermissionChecker(
                                wanted -> Uni.createFrom().item(allows(scope, wanted)));
        token.roles().forEach(role -> known.addRole(ROLE + role));
        return known.build();
    }

    /** Before those of an application, whose roles are its own affair. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
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
