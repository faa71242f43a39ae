package guichet.token.request;

import guichet.kit.limit.Allowance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often passwords may be tried at the token endpoint; per replica. */
@ConfigMapping(prefix = "guichet.limit")
interface LimitConfig {
    /** By each network. */
    @WithDefault("600/10m")
    Allowance passwordGrant();

    /** By each client. */
    @WithDefault("600/10m")
    Allowance passwordGrantOfClient();
}
