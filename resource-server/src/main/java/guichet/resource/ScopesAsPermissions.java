package guichet.resource;

import guichet.oauth.Scope;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

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
        Scope nameable = scope.only(token -> !token.contains(",")); // no permission has one
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(scope.tokens())
                .addPermissionsAsString(nameable.tokens())
                .build();
    }
}
