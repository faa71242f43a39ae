package guichet.token.request;

import guichet.oauth.GrantType;
import guichet.oauth.OAuthError.InvalidGrant;
import guichet.oauth.Reason;
import guichet.token.client.AuthenticatedClient;
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
        IdTokenContent content = content(client, request);
        return switch (exchanged(client, request)) {
            case Rotated(var grant, var successor) ->
                    tokens.reissue(client, grant, request.resources(), successor, content);
            case Refused(var reason) ->
                    throw new InvalidGrant(Reason.CODE_OR_TOKEN_NOT_GOOD, reason).refuse();
            case Reused(var grantId) -> {
                grants.revoke(grantId, "refresh token used twice");
                throw new InvalidGrant(
                                Reason.CODE_OR_TOKEN_NOT_GOOD,
                                "refresh token of grant %s used twice".formatted(grantId))
                        .refuse();
            }
        };
    }

    /** Of its own grant only; what is wrong with the token is for the exchange to say. */
    private IdTokenContent content(AuthenticatedClient client, RefreshRequest request) {
        if (!client.readsUserinfoInIdToken()) {
            return IdTokenContent.NONE; // as most clients: spares them the look
        }
        return refreshTokens
                .find(request.refreshToken())
                .map(KnownRefreshToken::grant)
                .filter(grant -> grant.clientId().equals(client.id()))
                .map(grant -> userinfo.of(client, grant, request.scope().orElseGet(grant::scope)))
                .orElse(IdTokenContent.NONE);
    }

    private Rotation exchanged(AuthenticatedClient client, RefreshRequest request) {
        return client.rotatesRefreshTokens()
                ? refreshTokens.rotate(client.id(), request.refreshToken(), request.scope())
                : refreshTokens.prolong(client.id(), request.refreshToken(), request.scope());
    }
}
