package guichet.token.request;

import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.token.authorization.AuthorizationService;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.identity.IdTokenContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * What userinfo says now, for the ID token of a client that registered to read it there and that
 * comes without a code: what a code opens is told as it is redeemed.
 */
@ApplicationScoped
class UserinfoInIdToken {
    private final AuthorizationService authorization;

    UserinfoInIdToken(AuthorizationService authorization) {
        this.authorization = authorization;
    }

    /**
     * To be asked for before anything is spent or kept: an outage then costs the client nothing.
     *
     * @param scope of the tokens to come, perhaps less than the grant's
     * @throws guichet.oauth.OAuthException {@code invalid_grant} when the grant has ended
     */
    IdTokenContent of(AuthenticatedClient client, Grant grant, Scope scope) {
        return of(client, grant, scope, Optional.empty());
    }

    /**
     * The same of a grant that has just come.
     *
     * @param told what authorization-service told with it; empty when it is of an earlier version,
     *     which is asked now
     */
    IdTokenContent of(
            AuthenticatedClient client,
            Grant grant,
            Scope scope,
            Optional<Map<String, Object>> told) {
        return client.readsUserinfoInIdToken() && scope.contains(Scope.OPENID)
                ? new IdTokenContent(
                        Optional.empty(), told.orElseGet(() -> claims(client, grant, scope)))
                : IdTokenContent.NONE;
    }

    private Map<String, Object> claims(AuthenticatedClient client, Grant grant, Scope scope) {
        return authorization
                .claims(grant.id(), scope, client.registeredScope())
                .orElseThrow(() ->
                        Reason.CODE_OR_TOKEN_NOT_GOOD.refuse("grant %s has ended", grant.id()));
    }
}
