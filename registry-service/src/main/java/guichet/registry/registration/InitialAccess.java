package guichet.registry.registration;

import guichet.oauth.OpaqueToken;
import io.quarkus.runtime.Startup;
import io.smallrye.config.Secret;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides who may register: anybody, or who has an initial access token, RFC 7591 §3. */
@Singleton
@Startup
class InitialAccess {
    private static final int SHORTEST_TOKEN = 32;

    private final boolean open;
    private final List<String> hashes;

    InitialAccess(RegistrationConfig config) {
        this.open = config.open();
        this.hashes =
                config.initialAccessTokens().orElse(List.of()).stream()
                        .map(InitialAccess::sha256)
                        .toList();
    }

    private static String sha256(Secret<String> token) {
        if (token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    "guichet.registration.initial-access-tokens: each needs %d characters or more"
                            .formatted(SHORTEST_TOKEN));
        }
        return OpaqueToken.of(token.get()).sha256();
    }

    Decision decide(@Nullable String authorization) {
        if (open) {
            return Decision.ALLOWED;
        }
        if (hashes.isEmpty()) {
            return Decision.CLOSED;
        }
        if (authorization == null) {
            return Decision.TOKEN_MISSING;
        }
        return isInitialAccessToken(authorization) ? Decision.ALLOWED : Decision.TOKEN_WRONG;
    }

    private boolean isInitialAccessToken(String authorization) {
        return BearerAccess.token(authorization)
                .filter(token -> hashes.stream().anyMatch(token::hasSha256))
                .isPresent();
    }

    /** What is said to somebody who wants to register. */
    enum Decision {
        ALLOWED,
        /** No token would open it here. */
        CLOSED,
        TOKEN_MISSING,
        TOKEN_WRONG
    }
}
