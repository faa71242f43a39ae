package guichet.token.issued;

import guichet.kit.eventloop.MustWait;
import guichet.oauth.ErrorCode;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.resource.AccessTokenReader;
import guichet.resource.GrantStatus;
import guichet.resource.GrantStatuses;
import guichet.resource.VerifiedAccessToken;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedToken.IssuedRefreshToken;
import guichet.token.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Recognises the tokens that we issued. */
@ApplicationScoped
public class IssuedTokens {
    private final Clock clock;
    private final AccessTokenReader accessTokens;
    private final GrantStatuses grants;
    private final RefreshTokens refreshTokens;

    IssuedTokens(
            Clock clock,
            AccessTokenReader accessTokens,
            GrantStatuses grants,
            RefreshTokens refreshTokens) {
        this.clock = clock;
        this.accessTokens = accessTokens;
        this.grants = grants;
        this.refreshTokens = refreshTokens;
    }

    /** What this is; empty for a string that is no token of ours, or is good for nothing more. */
    public Optional<IssuedToken> find(OpaqueToken token) {
        if (token.isWellFormed(TokenKind.REFRESH_TOKEN)) {
            MustWait.unlessAllowed();
            return refreshTokens.find(token).map(IssuedRefreshToken::new);
        }
        return read(token).filter(this::isGood).map(IssuedAccessToken::new);
    }

    private Optional<VerifiedAccessToken> read(OpaqueToken token) {
        try {
            return Optional.of(accessTokens.read(token.reveal()));
        } catch (OAuthException refusal) {
            if (refusal.error().code() != ErrorCode.INVALID_TOKEN) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /** Without the leeway that APIs have: the clock is the one by which it was issued. */
    private boolean isGood(VerifiedAccessToken token) {
        return token.expiresAt().isAfter(clock.instant())
                && token.status().map(grants::statusOf).filter(IssuedTokens::isGood).isPresent();
    }

    private static boolean isGood(GrantStatus status) {
        return switch (status) {
            case GOOD -> true;
            case ENDED -> false;
            case UNKNOWN -> {
                MustWait.unlessAllowed();
                yield false;
            }
        };
    }
}
