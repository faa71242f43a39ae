package guichet.registry.registration;

import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_REFUSED;

import guichet.kit.audit.Audit;
import guichet.oauth.BearerHeader;
import guichet.oauth.OpaqueToken;
import guichet.registry.initialaccesstoken.InitialAccessTokens;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides who may register: anybody, or who has an initial access token, RFC 7591 §3. */
@Singleton
class RegistrationAuthorization {
    private final boolean open;
    private final List<String> hashes;
    private final InitialAccessTokens made;
    private final RegistrationLimit limit;
    private final Audit audit;

    RegistrationAuthorization(
            RegistrationConfig config,
            InitialAccessTokens made,
            RegistrationLimit limit,
            Audit audit) {
        this.made = made;
        this.limit = limit;
        this.audit = audit;
        this.open = config.open();
        this.hashes =
                config.initialAccessTokens().orElse(List.of()).stream()
                        .map(it -> OpaqueToken.of(it.get()).sha256())
                        .toList();
    }

    /**
     * What is said to somebody who has this header.
     *
     * @throws guichet.oauth.OAuthException if too many ask from there
     */
    Decision decide(@Nullable String authorization) {
        limit.require();
        if (authorization == null) {
            return withoutToken();
        }
        boolean isGood =
                BearerHeader.token(authorization)
                        .filter(token -> isConfigured(token) || made.isGood(token))
                        .isPresent();
        return isGood ? Decision.ALLOWED : wrong();
    }

    private Decision withoutToken() {
        if (open) {
            return Decision.ALLOWED;
        }
        return hashes.isEmpty() && !made.existsOne() ? Decision.CLOSED : Decision.TOKEN_MISSING;
    }

    private Decision wrong() {
        audit.tell(INITIAL_ACCESS_TOKEN_REFUSED);
        return Decision.TOKEN_WRONG;
    }

    /**
     * Takes one use of the token with which somebody comes, which then answers for the client, also
     * where anybody may register. False when others took its last use meanwhile.
     */
    boolean spend(String authorization) {
        return BearerHeader.token(authorization)
                .filter(token -> isConfigured(token) || made.spend(token))
                .isPresent();
    }

    private boolean isConfigured(OpaqueToken token) {
        return hashes.stream().anyMatch(token::hasSha256);
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
