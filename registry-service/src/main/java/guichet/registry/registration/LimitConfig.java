package guichet.registry.registration;

import guichet.kit.limit.Allowance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often each network may do something; per replica. */
@ConfigMapping(prefix = "guichet.limit")
interface LimitConfig {
    /** Register, or try to. */
    @WithDefault("100/1h")
    Allowance registration();
}
