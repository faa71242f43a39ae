package guichet.token.request;

import guichet.token.access.AccessTokens;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** The first tokens of a grant that a person has just made. */
@ApplicationScoped
class PersonTokens {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    PersonTokens(AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /** An access token, and a refresh token where the client registered for them. */
    TokenAnswer issue(AuthenticatedClient client, Grant grant) {
        var accessToken = accessTokens.issueForPerson(grant);
        return client.mayRefresh()
                ? TokenAnswer.of(accessToken, refreshTokens.issue(grant))
                : TokenAnswer.of(accessToken);
    }
}
