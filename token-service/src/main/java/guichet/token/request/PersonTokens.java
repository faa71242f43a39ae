package guichet.token.request;

import guichet.token.access.AccessTokens;
import guichet.token.client.AuthenticatedClient;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** The first tokens of a grant that a person has just made. */
@ApplicationScoped
class PersonTokens {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Grants grants;

    PersonTokens(AccessTokens accessTokens, RefreshTokens refreshTokens, Grants grants) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
    }

    /** An access token, and a refresh token where the client registered for them. */
    TokenAnswer issue(AuthenticatedClient client, Grant grant) {
        if (!client.mayRefresh()) {
            return TokenAnswer.of(accessTokens.issueForPerson(grants.keepForOneToken(grant)));
        }
        var first = refreshTokens.issue(grant);
        return TokenAnswer.of(accessTokens.issueForPerson(first.grant()), first.token());
    }
}
