package guichet.authorization.people.session;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "guichet.session")
interface SessionConfig {
    /** From signing in to having to do so again. */
    @WithDefault("12h")
    @Between(least = "5m")
    Duration lifetime();

    /** From the last page or request to having to sign in again. */
    @WithDefault("1h")
    @Between(least = "2m")
    Duration idle();
}
