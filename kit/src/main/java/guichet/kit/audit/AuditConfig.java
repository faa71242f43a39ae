package guichet.kit.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How much is written. */
@ConfigMapping(prefix = "guichet.audit")
interface AuditConfig {
    /**
     * How many failures of one kind are written in a minute, so that nobody can fill the disk; a
     * thirtieth of them from one network. What is more is counted.
     */
    @WithName("failures-a-minute") // "A" would not be a word of its own
    @WithDefault("600")
    int failuresAMinute();
}
