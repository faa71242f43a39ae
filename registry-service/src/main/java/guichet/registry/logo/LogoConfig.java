package guichet.registry.logo;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the logos of clients is kept. */
@ConfigMapping(prefix = "guichet.logo")
interface LogoConfig {
    /** All of them together, in the database; 100 kB each at most. */
    @WithDefault("256M")
    MemorySize room();
}
