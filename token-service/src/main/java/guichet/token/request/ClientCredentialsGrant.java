package guichet.token.request;

import guichet.oauth.GrantType;
import guichet.oauth.Scope;
import guichet.registryclient.Actor;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.registryclient.Target;
import guichet.token.access.AccessTokens;
import guichet.token.client.AuthenticatedClient;
import guichet.token.request.TokenRequest.ClientCredentialsRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The client credentials grant, RFC 6749 §4.4: no refresh token is made, and nothing is written but
 * the application's own grant, once, at first use.
 */
@ApplicationScoped
class ClientCredentialsGrant {
    private final AccessTokens tokens;
    private final Resources resources;

    ClientCredentialsGrant(AccessTokens tokens, Resources resources) {
        this.tokens = tokens;
        this.resources = resources;
    }

    TokenResponse issue(AuthenticatedClient client, ClientCredentialsRequest request) {
        client.require(GrantType.CLIENT_CREDENTIALS);
        client.requireSecret(); // RFC 6749 §4.4: confidential clients only
        ResourceCatalogue catalogue = resources.catalogue();
        List<String> named = catalogue.named(request.resources());
        Scope scope = client.scope(request.scope(), named, Actor.APPLICATION, catalogue);
        var target = Target.of(catalogue, scope, named);
        return TokenResponse.of(tokens.issueForApplication(client.id(), target));
    }
}
