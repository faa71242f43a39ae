package guichet.token.issued;

import guichet.resource.VerifiedAccessToken;
import guichet.token.refresh.KnownRefreshToken;

/** A token that we issued, that has not expired and whose grant stands. */
public sealed interface IssuedToken {
    String clientId();

    /** An access token. */
    record IssuedAccessToken(VerifiedAccessToken token) implements IssuedToken {
        @Override
        public String clientId() {
            return token.clientId();
        }
    }

    /** A refresh token, spent or not. */
    record IssuedRefreshToken(KnownRefreshToken token) implements IssuedToken {
        @Override
        public String clientId() {
            return token.grant().clientId();
        }
    }
}
