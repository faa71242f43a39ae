package guichet.token.request;

import guichet.oauth.GrantType;
import guichet.oauth.Reason;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.identity.IdTokenContent;
import guichet.token.refresh.KnownRefreshToken;
import guichet.token.refresh.RefreshTokens;
import guichet.token.refresh.Rotation;
import guichet.token.refresh.Rotation.Refused;
import guichet.token.refresh.Rotation.Reused;
import guichet.token.refresh.Rotation.Rotated;
import guichet.token.request.TokenRequest.RefreshRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Refreshing, RFC 6749 §6, with rotation and reuse detection, RFC 9700 §4.14.2. */
@ApplicationScoped
class RefreshTokenGrant {
    private final RefreshTokens refreshTokens;
    private final PersonTokens tokens;
    private final UserinfoInIdToken userinfo;
    private final Grants grants;

    RefreshTokenGrant(
            RefreshTokens refreshTokens,
            PersonTokens tokens,
            UserinfoInIdToken userinfo,
            Grants grants) {
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.userinfo = userinfo;
        this.grants = grants;
    }

    TokenAnswer refresh(AuthenticatedClient client, RefreshRequest request) {
        client.require(GrantType.REFRESH_TOKEN);
        Optional<IdTokenContent> content = beforeSpending(client, request);
        return switch (exchanged(client, request)) {
            case Rotated(var live, var successor) ->
                    tokens.reissue(
                            client,
                            live,
                            request.resources(),
                            successor,
                            content.orElseGet(() -> content(client, live.grant())));
            case Refused(var reason) -> throw Reason.CODE_OR_TOKEN_NOT_GOOD.refuse("%s", reason);
            case Reused(var grantId) -> {
                grants.revoke(grantId, "refresh token used twice");
                throw Reason.CODE_OR_TOKEN_NOT_GOOD.refuse(
                        "refresh token of grant %s used twice", grantId);
            }
        };
    }

    /**
     * What an outage would lose if it were asked for later. A spent token has nothing to lose, and
     * no outage may keep its reuse from being noticed; what is wrong with any is for the exchange
     * to say.
     */
    private Optional<IdTokenContent> beforeSpending(
            AuthenticatedClient client, RefreshRequest request) {
        if (!client.readsUserinfoInIdToken()) {
            return Optional.empty(); // as most clients: spares them the look
        }
        return refreshTokens
                .find(request.refreshToken())
                .filter(token -> !token.isSpent())
                .map(KnownRefreshToken::grant)
                .filter(grant -> grant.clientId().equals(client.id()))
                .map(grant ->
                        content(client, request.scope().map(grant::narrowedTo).orElse(grant)));
    }

    private IdTokenContent content(AuthenticatedClient client, Grant grant) {
        return userinfo.of(client, grant, grant.scope());
    }

    private Rotation exchanged(AuthenticatedClient client, RefreshRequest request) {
        return client.rotatesRefreshTokens()
                ? refreshTokens.rotate(client.id(), request.refreshToken(), request.scope())
                : refreshTokens.prolong(client.id(), request.refreshToken(), request.scope());
    }
}
