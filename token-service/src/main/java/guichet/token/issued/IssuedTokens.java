package guichet.token.issued;

import guichet.oauth.OpaqueToken;
import guichet.token.access.AccessTokenReader;
import guichet.token.grant.Grants;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedToken.IssuedRefreshToken;
import guichet.token.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Recognises the tokens that we issued. */
@ApplicationScoped
public class IssuedTokens {
    private final AccessTokenReader accessTokens;
    private final RefreshTokens refreshTokens;
    private final Grants grants;

    IssuedTokens(AccessTokenReader accessTokens, RefreshTokens refreshTokens, Grants grants) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
    }

    /** What this is; empty for a string that is no token of ours, or is good for nothing more. */
    public Optional<IssuedToken> find(OpaqueToken token) {
        Optional<IssuedToken> refreshToken = refreshTokens.find(token).map(IssuedRefreshToken::new);
        return refreshToken.or(() -> accessToken(token));
    }

    private Optional<IssuedToken> accessToken(OpaqueToken token) {
        return accessTokens
                .read(token)
                .flatMap(read ->
                        grants.findUnrevoked(read.status())
                                .map(grantId -> new IssuedAccessToken(read, grantId)));
    }
}
