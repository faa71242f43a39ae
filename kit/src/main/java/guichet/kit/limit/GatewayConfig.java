package guichet.kit.limit;

import guichet.guard.setting.MustBe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Who is believed when it says where a request is from; Quarkus takes it from the same place. */
@ConfigMapping(prefix = "guichet.gateway")
interface GatewayConfig {
    /** Nobody has this address. */
    String NOBODY = "0.0.0.0";

    /**
     * Addresses, networks or names; nobody has the default. Quarkus would take an empty list for
     * one of nobody, and believe everybody.
     */
    @WithDefault(NOBODY)
    @MustBe("the address of the gateway, such as 10.0.0.7, or left out")
    List<String> address();
}
