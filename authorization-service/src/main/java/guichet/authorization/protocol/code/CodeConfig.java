package guichet.authorization.protocol.code;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an authorization code lives. */
@ConfigMapping(prefix = "guichet.code")
interface CodeConfig {
    /** From the redirect to the token request: a minute at most. */
    @WithDefault("60s")
    @Between(least = "1s", most = "60s")
    Duration lifetime();
}
