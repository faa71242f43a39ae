package guichet.authorization.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "guichet.session")
interface SessionConfig {
    /** From signing in to having to do so again. */
    @WithDefault("12h")
    Duration lifetime();
}
