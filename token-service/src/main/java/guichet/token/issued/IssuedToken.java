package guichet.token.issued;

import guichet.token.access.ReadAccessToken;
import guichet.token.refresh.KnownRefreshToken;
import java.util.UUID;

/** A token that we issued, that has not expired and whose grant stands. */
public sealed interface IssuedToken {
    String clientId();

    UUID grantId();

    /** An access token. */
    record IssuedAccessToken(ReadAccessToken token, UUID grantId) implements IssuedToken {
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

        @Override
        public UUID grantId() {
            return token.grant().id();
        }
    }
}
