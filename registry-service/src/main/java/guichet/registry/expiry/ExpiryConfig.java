package guichet.registry.expiry;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an application has to finish its first flow. */
@ConfigMapping(prefix = "guichet.registration.unfinished")
interface ExpiryConfig {
    /**
     * From an open registration to the end of its client. A grant is kept for longer than an hour,
     * so none is missed between two questions.
     */
    @WithDefault("24h")
    @Between(least = "61m")
    Duration lifetime();

    /**
     * The same for one that came with an initial access token: somebody was asked for it, and may
     * be building the application still.
     */
    @WithDefault("30d")
    @Between(least = "61m")
    Duration lifetimeByToken();
}
