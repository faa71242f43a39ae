package guichet.guard.setting;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The start of this module's service as far as its settings go: with all its mappings and files.
 */
public final class StartWith {
    private static final String SHARED = "META-INF/microprofile-config.properties";
    private static final Path OWN = Path.of("target/classes/application.properties");

    private final Map<String, String> environment;
    private final String profile;

    private StartWith(Map<String, String> environment, String profile) {
        this.environment = environment;
        this.profile = profile;
    }

    /** In production. */
    public static StartWith environment(Map<String, String> environment) {
        return new StartWith(environment, "prod");
    }

    public StartWith in(String other) {
        return new StartWith(environment, other);
    }

    public StartWith and(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new StartWith(more, profile);
    }

    public StartWith without(String variable) {
        var less = new HashMap<>(environment);
        less.remove(variable);
        return new StartWith(less, profile);
    }

    /** What is refused, a line for each variable; none when it starts. */
    public List<String> faults() throws IOException {
        var builder =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withProfile(profile)
                        .withSources(new EnvConfigSource(environment, 300));
        for (URL file : resources(SHARED)) {
            builder.withSources(new PropertiesConfigSource(file, 100));
        }
        if (Files.exists(OWN)) {
            builder.withSources(new PropertiesConfigSource(OWN.toUri().toURL(), 250));
        }
        for (URL root : resources("guichet")) {
            mappings(root).forEach(builder::withMapping);
        }
        return faults(builder);
    }

    static List<String> faults(SmallRyeConfigBuilder builder) {
        try {
            new StartCheck().configBuilder(builder);
            return List.of();
        } catch (ConfigurationException refused) {
            return refused.getMessage().lines().skip(1).map(String::strip).toList();
        }
    }

    private static Collection<URL> resources(String name) throws IOException {
        return Collections.list(StartWith.class.getClassLoader().getResources(name));
    }

    private static List<Class<?>> mappings(URL root) throws IOException {
        if (root.getPath().contains("/test-classes/")) {
            return List.of();
        }
        if (!root.getProtocol().equals("jar")) {
            return mappings(Path.of(URI.create(root.toString())));
        }
        try (var jar = FileSystems.newFileSystem(URI.create(root.toString()), Map.of())) {
            return mappings(jar.getPath("guichet"));
        }
    }

    private static List<Class<?>> mappings(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> "guichet/" + root.relativize(file))
                    .<Class<?>>mapMulti(StartWith::load)
                    .filter(found -> found.isAnnotationPresent(ConfigMapping.class))
                    .toList();
        }
    }

    /** What is for a library that is not here, the kit's migrations say, has no settings. */
    private static void load(String file, Consumer<Class<?>> found) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            found.accept(Class.forName(name, false, StartWith.class.getClassLoader()));
        } catch (NoClassDefFoundError notHere) {
            if (!notHere.getMessage().startsWith("io/quarkus/")) {
                throw notHere;
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
