package guichet.authorization.limit;

import guichet.kit.limit.Allowance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How often each network may do what {@link Limit} says, and an account what it says; per replica.
 */
@ConfigMapping(prefix = "guichet.limit")
interface LimitConfig {
    /** A class that begins at once, with a mistake or two each, and no more. */
    @WithDefault("200/10m")
    Allowance signIn();

    @WithDefault("100/1h")
    Allowance signUp();

    @WithDefault("100/1h")
    Allowance passwordReset();

    @WithDefault("600/10m")
    Allowance authorizationRequest();

    @WithDefault("600/10m")
    Allowance signOut();

    @WithDefault("600/10m")
    Allowance form();

    /** Another password or address of the same account. */
    @WithDefault("5/1h")
    Allowance accountChange();
}
