package guichet.resource;

import guichet.oauth.OAuthException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens offline, RFC 9068 §4, for whatever asks Quarkus who calls: in the place of
 * SmallRye JWT's own checks.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenVerifier extends JWTCallerPrincipalFactory {
    private final AccessTokenReader tokens;
    private final GrantStatuses statuses;

    AccessTokenVerifier(AccessTokenReader tokens, GrantStatuses statuses) {
        this.tokens = tokens;
        this.statuses = statuses;
    }

    /**
     * The token, if it is good.
     *
     * @param settings of SmallRye JWT, which has none that are needed
     * @throws OAuthException that says what is wrong with it, or that nobody can tell now
     */
    @Override
    public VerifiedAccessToken parse(String token, @Nullable JWTAuthContextInfo settings) {
        VerifiedAccessToken read = tokens.read(token);
        read.status().ifPresent(this::checkGrant);
        return read;
    }

    private void checkGrant(StatusReference token) {
        switch (statuses.statusOf(token)) {
            case GOOD -> {}
            case ENDED -> throw TokenFault.GRANT_ENDED.refuse();
            case UNKNOWN -> throw TokenFault.NO_STATUS.refuse();
        }
    }
}
