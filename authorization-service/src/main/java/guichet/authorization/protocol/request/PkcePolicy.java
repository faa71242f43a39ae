package guichet.authorization.protocol.request;

import guichet.oauth.Scope;
import java.util.Optional;

/** Of which confidential clients' requests PKCE is demanded; public clients always need it. */
public enum PkcePolicy {
    /** Of none, as RFC 6749 knew it. */
    PUBLIC,
    /** Of those that no nonce protects instead, OAuth 2.1 §7.5.1. */
    OAUTH,
    /** Of all. */
    ALWAYS;

    /** Whether a request of this scope and nonce needs a code_challenge. */
    boolean demands(Scope scope, Optional<String> nonce) {
        return switch (this) {
            case PUBLIC -> false;
            case OAUTH -> !scope.contains(Scope.OPENID) || nonce.isEmpty();
            case ALWAYS -> true;
        };
    }
}
