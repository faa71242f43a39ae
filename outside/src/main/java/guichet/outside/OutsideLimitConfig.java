package guichet.outside;

import guichet.kit.limit.Allowance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often each network may have the server call others; per replica. */
@ConfigMapping(prefix = "guichet.limit")
interface OutsideLimitConfig {
    /** The server of an application may be the only client that the gateway sees. */
    @WithDefault("600/10m")
    Allowance outsideCall();
}
