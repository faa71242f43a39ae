package guichet.authorization.protocol.implicit;

import guichet.authorization.protocol.grant.PersonGrant;
import guichet.authorization.protocol.identity.IdentityClaims;
import guichet.oauth.Reason;
import guichet.oauth.ResponseType;
import guichet.registryclient.RegisteredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The tokens of the implicit flow. */
@ApplicationScoped
public class ImplicitTokens {
    private final ImplicitCall call;
    private final IdentityClaims claims;

    ImplicitTokens(ImplicitCall call, IdentityClaims claims) {
        this.call = call;
        this.claims = claims;
    }

    /**
     * The parameters of the answer, OpenID Connect Core §3.2.2.5, for a grant that was just made.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} while token-service is
     *     away, {@code unauthorized_client} when the client has just changed its registration
     */
    public Map<String, String> issue(
            RegisteredClient client, PersonGrant grant, ResponseType type, String nonce) {
        var asked =
                new ImplicitGrant(grant.grant(), type, nonce, idTokenClaims(client, grant, type));
        return call.issue(asked)
                .orElseThrow(() ->
                        Reason.RESPONSE_TYPE_NOT_REGISTERED.refuse(
                                "the client is not registered for response_type=%s any more",
                                type));
    }

    private Map<String, Object> idTokenClaims(
            RegisteredClient client, PersonGrant grant, ResponseType type) {
        if (client.metadata().openId().userinfoClaimsInIdToken()) {
            return claims.forFullIdToken(grant);
        }
        return type == ResponseType.ID_TOKEN
                ? claims.forLoneIdToken(grant)
                : claims.forIdToken(grant);
    }
}
