package guichet.authorization.protocol.request;

import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A checked authorization request, RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1.
 *
 * @param resources the APIs that it names, RFC 8707 §2.1; those of its scopes when it names none
 * @param codeChallenge of PKCE by S256, RFC 7636 §4.3
 * @param nonce to be returned in the ID token
 */
public record AuthorizationRequest(
        String clientId,
        ResponseType responseType,
        ReplyAddress reply,
        Scope scope,
        List<String> resources,
        Optional<String> codeChallenge,
        Optional<String> nonce,
        SignInDemand demand,
        ClaimsRequest claims) {
    public AuthorizationRequest {
        resources = List.copyOf(resources);
    }

    /** The same, now that this account was chosen for it. */
    AuthorizationRequest choosing(UUID personId) {
        return new AuthorizationRequest(
                clientId,
                responseType,
                reply,
                scope,
                resources,
                codeChallenge,
                nonce,
                demand.choosing(personId),
                claims);
    }

    /** What a person has to approve of it. */
    public Extent extent() {
        return new Extent(scope, claims.anywhere());
    }

    public String redirectUri() {
        return reply.redirectUri();
    }
}
