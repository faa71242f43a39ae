package guichet.authorization.grant;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many grants there may be. */
@ConfigMapping(prefix = "guichet.grant")
interface GrantConfig {
    /** Of a person at one client, that have not ended; the oldest ends when the next is made. */
    @WithDefault("100")
    @Between(least = "1")
    int mostAtOneClient();
}
