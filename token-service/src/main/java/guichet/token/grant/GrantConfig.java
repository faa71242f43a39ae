package guichet.token.grant;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a grant can be used. */
@ConfigMapping(prefix = "guichet.token.grant")
interface GrantConfig {
    /** From the person's permission to its end; refreshing does not move it. */
    @WithDefault("90d")
    @Between(least = "1m")
    Duration lifetime();
}
