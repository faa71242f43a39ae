package guichet.local.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The one with that module. */
    public static Optional<Service> of(String module) {
        return Stream.of(values()).filter(it -> it.module.equals(module)).findFirst();
    }

    /** The folder of its module. */
    public String module() {
        return module;
    }

    /** The file into which it logs, in the data of its stack. */
    public Path log(Path data) {
        return data.resolve("logs").resolve(module + ".log");
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
