package guichet.authorization.request;

import guichet.authorization.code.CodeChallenge;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.Form;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.Reason;
import java.util.Optional;

/**
 * The PKCE parameters of a request, RFC 7636 §4.3 and §4.4.1: required of public clients (RFC 9700
 * §2.1.1) and of those that registered so.
 */
final class ProofKey {
    private ProofKey() {}

    static Optional<String> challenge(RegisteredClient client, Form form) {
        Optional<String> challenge = form.find("code_challenge");
        Optional<String> method = form.find("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.isPublic() || client.requiresPkce() || method.isPresent()) {
                throw new InvalidRequest(
                                Reason.PKCE_REQUIRED,
                                "code_challenge is missing: PKCE is required here")
                        .refuse();
            }
            return challenge;
        }
        if (!method.equals(Optional.of("S256"))) {
            throw new InvalidRequest(
                            Reason.PKCE_METHOD_UNSUPPORTED, "code_challenge_method must be S256")
                    .refuse();
        }
        if (!CodeChallenge.isWellFormed(challenge.get())) {
            throw new InvalidRequest(
                            Reason.CODE_CHALLENGE_MALFORMED,
                            "code_challenge must be a base64url SHA-256, 43 characters")
                    .refuse();
        }
        return challenge;
    }
}
