package guichet.local.stack;

import java.util.Locale;

/** The services, each with a database and a role of its name. */
public enum Service {
    REGISTRY("registry-service"),
    AUTHORIZATION("authorization-service"),
    TOKEN("token-service"),
    MOVIES("movies-api");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The folder of its module. */
    public String module() {
        return module;
    }

    /** The name of its database and of the role that owns it. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
