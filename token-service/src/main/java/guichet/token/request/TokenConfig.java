package guichet.token.request;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What the token endpoint takes, and how long what it issues is good. */
@ConfigMapping(prefix = "guichet.token")
interface TokenConfig {
    /** No longer than authorization-service knows a grant of which nothing but a token came. */
    @Between(least = "1s", most = "24h")
    Duration accessTokenLifetime();

    @Between(least = "1s")
    Duration idTokenLifetime();

    /** Whether parameters may stand in the address. */
    QueryParameters queryParameters();
}
