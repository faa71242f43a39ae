package guichet.token.request;

import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.token.access.AccessToken;
import guichet.token.access.AccessTokens;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.identity.IdTokens;
import guichet.token.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The tokens of a person's grant. */
@ApplicationScoped
class PersonTokens {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final IdTokens idTokens;
    private final Grants grants;

    PersonTokens(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            IdTokens idTokens,
            Grants grants) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.idTokens = idTokens;
        this.grants = grants;
    }

    /** The first tokens: with a refresh token where the client registered for them. */
    TokenResponse issue(
            AuthenticatedClient client,
            Grant grant,
            List<String> resources,
            PersonContent content) {
        if (!client.mayRefresh()) {
            return answer(client, grants.keepForOneToken(grant), resources, content);
        }
        var first = refreshTokens.issue(grant);
        return answer(client, first.grant(), resources, content).withRefreshToken(first.token());
    }

    /** Later ones, OpenID Connect Core §12.2. */
    TokenResponse reissue(
            AuthenticatedClient client,
            LiveGrant grant,
            List<String> resources,
            OpaqueToken refreshToken,
            PersonContent content) {
        return answer(client, grant, resources, content).withRefreshToken(refreshToken);
    }

    private TokenResponse answer(
            AuthenticatedClient client,
            LiveGrant granted,
            List<String> resources,
            PersonContent content) {
        LiveGrant live = granted.within(client.registeredScope());
        AccessToken accessToken =
                accessTokens.issueForPerson(live, resources, content.accessToken());
        var answer = TokenResponse.of(accessToken);
        return live.grant().scope().contains(Scope.OPENID)
                ? answer.withIdToken(
                        idTokens.issue(
                                live.grant(),
                                Optional.of(OpaqueToken.of(accessToken.value())),
                                client.idTokenAlgorithm(),
                                content.idToken()))
                : answer;
    }
}
