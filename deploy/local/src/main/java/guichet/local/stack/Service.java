package guichet.local.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The services, each with a database and a role of its name, and the application, which keeps
 * nothing.
 */
public enum Service {
    REGISTRY("registry-service"),
    AUTHORIZATION("authorization-service"),
    TOKEN("token-service"),
    MOVIES("movies-api"),
    MOVIES_APP("movies-app");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The folder of its module. */
    public String module() {
        return module;
    }

    /** Those that have a database. */
    public static Set<Service> withDatabase() {
        return EnumSet.complementOf(EnumSet.of(MOVIES_APP));
    }

    /** Those that call each other, at a listener of their own. */
    public static Set<Service> withNeighbours() {
        return EnumSet.of(REGISTRY, AUTHORIZATION, TOKEN);
    }

    /** The name of its database and of the role that owns it. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
