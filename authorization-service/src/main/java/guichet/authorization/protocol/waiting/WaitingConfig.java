package guichet.authorization.protocol.waiting;

import guichet.guard.setting.Between;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What requests that wait for people may take. */
@ConfigMapping(prefix = "guichet.waiting")
interface WaitingConfig {
    /** All of them together, in the database. */
    @WithDefault("512M")
    @Between(least = "64K")
    MemorySize room();
}
