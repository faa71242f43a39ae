package guichet.registry.expiry;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an application may go without a grant. */
@ConfigMapping(prefix = "guichet.registration.unused")
interface UnusedConfig {
    /**
     * From when it was last seen to have one, about once a day, or was registered again, to the end
     * of its client, if anybody registered it.
     */
    @WithDefault("180d")
    @Between(least = "2d")
    Duration lifetime();
}
