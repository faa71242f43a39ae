package guichet.authorization.protocol.request;

import guichet.authorization.protocol.code.CodeChallenge;
import guichet.oauth.Form;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClient;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The PKCE parameters of a request, RFC 7636 §4.3 and §4.4.1: required of public clients (RFC 9700
 * §2.1.1), of those that registered so, and of what else the deployment says.
 */
@Singleton
class ProofKey {
    private final PkcePolicy policy;

    ProofKey(AuthorizationConfig config) {
        this.policy = config.pkce();
    }

    Optional<String> challenge(RegisteredClient client, Scope scope, Form form) {
        Optional<String> challenge = form.find("code_challenge");
        Optional<String> method = form.find("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.metadata().isPublic()
                    || client.metadata().requirePkce()
                    || method.isPresent()) {
                throw Reason.PKCE_REQUIRED.refuse(
                        "code_challenge is missing: PKCE is required of this client");
            }
            if (policy.demands(scope, form.find("nonce"))) {
                throw Reason.PKCE_REQUIRED.refuse("%s", missing(scope));
            }
            return challenge;
        }
        if (!method.equals(Optional.of("S256"))) {
            throw Reason.PKCE_METHOD_UNSUPPORTED.refuse("code_challenge_method must be S256");
        }
        if (!CodeChallenge.isWellFormed(challenge.get())) {
            throw Reason.CODE_CHALLENGE_MALFORMED.refuse(
                    "code_challenge must be a base64url SHA-256, 43 characters");
        }
        return challenge;
    }

    private String missing(Scope scope) {
        return policy == PkcePolicy.OAUTH && scope.contains(Scope.OPENID)
                ? "code_challenge is missing: PKCE is required here, or a nonce"
                : "code_challenge is missing: PKCE is required here";
    }
}
