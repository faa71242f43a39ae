package guichet.token.implicit;

import guichet.oauth.OpaqueToken;
import guichet.oauth.ResponseType;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import guichet.token.access.AccessToken;
import guichet.token.access.AccessTokens;
import guichet.token.access.PersonClaims;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.identity.IdTokenContent;
import guichet.token.identity.IdTokens;
import guichet.token.implicit.ImplicitTokensEndpoint.ImplicitGrant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Issues the tokens of an answer from the authorization endpoint, OpenID Connect Core §3.2.2.5. */
@ApplicationScoped
class ImplicitTokens {
    private final RegisteredClients clients;
    private final AccessTokens accessTokens;
    private final PersonClaims personClaims;
    private final IdTokens idTokens;
    private final Grants grants;

    ImplicitTokens(
            RegisteredClients clients,
            AccessTokens accessTokens,
            PersonClaims personClaims,
            IdTokens idTokens,
            Grants grants) {
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.personClaims = personClaims;
        this.idTokens = idTokens;
        this.grants = grants;
    }

    /** The parameters of the answer; empty for a client that did not register for them. */
    Optional<Map<String, String>> issue(ImplicitGrant asked) {
        ResponseType type = asked.responseType();
        return clients.find(asked.grant().clientId())
                .filter(client -> type.isImplicit() && client.metadata().mayAskFor(type))
                .map(client ->
                        type == ResponseType.ID_TOKEN ? alone(client, asked) : both(client, asked));
    }

    /** The grant is kept although no token belongs to it: it shows that the client is in use. */
    private Map<String, String> alone(RegisteredClient client, ImplicitGrant asked) {
        grants.keepForOneToken(asked.grant());
        return Map.of("id_token", idToken(client, asked, Optional.empty()));
    }

    private Map<String, String> both(RegisteredClient client, ImplicitGrant asked) {
        Map<String, Object> ofPerson =
                personClaims.of(asked.grant(), client.metadata().scope(), List.of());
        LiveGrant kept = grants.keepForOneToken(asked.grant());
        AccessToken token = accessTokens.issueForPerson(kept, List.of(), ofPerson);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("access_token", token.value());
        parameters.put("token_type", "Bearer");
        parameters.put("expires_in", Long.toString(token.lifetime().toSeconds()));
        parameters.put("scope", token.scope().toString());
        parameters.put(
                "id_token", idToken(client, asked, Optional.of(OpaqueToken.of(token.value()))));
        return parameters;
    }

    private String idToken(
            RegisteredClient client, ImplicitGrant asked, Optional<OpaqueToken> accessToken) {
        return idTokens.issue(
                asked.grant(),
                accessToken,
                client.metadata().openId().idTokenSignedResponseAlg(),
                new IdTokenContent(Optional.of(asked.nonce()), asked.idTokenClaims()));
    }
}
