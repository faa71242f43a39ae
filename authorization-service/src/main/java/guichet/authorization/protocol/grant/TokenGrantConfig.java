package guichet.authorization.protocol.grant;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What token-service ends grants by; read here too, so that they are forgotten when they have ended
 * there.
 */
@ConfigMapping(prefix = "guichet.token.grant")
interface TokenGrantConfig {
    /** From the person's permission to its end; refreshing does not move it. */
    @WithDefault("90d")
    @Between(least = "1m")
    Duration lifetime();
}
