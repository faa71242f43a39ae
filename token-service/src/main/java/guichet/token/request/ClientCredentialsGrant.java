package guichet.token.request;

import guichet.oauth.GrantType;
import guichet.token.access.AccessTokens;
import guichet.token.client.AuthenticatedClient;
import guichet.token.request.TokenRequest.ClientCredentialsRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The client credentials grant, RFC 6749 §4.4: no refresh token is made, and nothing is written but
 * the application's own grant, once, at first use.
 */
@ApplicationScoped
class ClientCredentialsGrant {
    private final AccessTokens tokens;
    private final ApplicationTargets targets;

    ClientCredentialsGrant(AccessTokens tokens, ApplicationTargets targets) {
        this.tokens = tokens;
        this.targets = targets;
    }

    TokenResponse issue(AuthenticatedClient client, ClientCredentialsRequest request) {
        client.require(GrantType.CLIENT_CREDENTIALS);
        client.requireSecret(); // RFC 6749 §4.4: confidential clients only
        var target = targets.of(client, request);
        return TokenResponse.of(tokens.issueForApplication(client.id(), target));
    }
}
