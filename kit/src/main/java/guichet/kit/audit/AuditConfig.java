package guichet.kit.audit;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is written. */
@ConfigMapping(prefix = "guichet.audit")
interface AuditConfig {
    /**
     * How many failures of one kind are written in a minute, so that nobody can fill the disk; a
     * thirtieth of them from one network. What is more is counted.
     */
    @WithDefault("600")
    @Between(least = "1")
    int failuresPerMinute();
}
