package guichet.authorization.protocol.grant;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many grants there may be. */
@ConfigMapping(prefix = "guichet.grant")
interface GrantConfig {
    /**
     * Of a person at one client, that have not ended; the oldest ends when a code of the next is
     * redeemed. As many whose codes were not redeemed, or that are implicit, are kept beside them.
     */
    @WithDefault("100")
    @Between(least = "1")
    int mostAtOneClient();
}
