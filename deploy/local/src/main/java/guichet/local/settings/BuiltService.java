package guichet.local.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A service as it was built, read for what it takes from the environment. */
final class BuiltService {
    private static final String OWN_PROPERTIES = "application.properties";
    private static final String SHARED_PROPERTIES = "META-INF/microprofile-config.properties";

    private final List<byte[]> classes = new ArrayList<>();
    private final List<ServiceProperties> properties = new ArrayList<>();
    private final List<ServiceProperties> own = new ArrayList<>();

    /**
     * Reads it.
     *
     * @param application the folder {@code quarkus-app}
     */
    BuiltService(Path application) throws IOException {
        for (Path jar : jars(application)) {
            read(jar);
        }
    }

    /** Its own, and those of its libraries that are ours. */
    private static List<Path> jars(Path application) throws IOException {
        var jars = new ArrayList<Path>();
        for (String folder : List.of("app", "lib/main")) {
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                files.filter(BuiltService::isOurs).forEach(jars::add);
            }
        }
        return jars;
    }

    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("guichet") && name.endsWith(".jar");
    }

    private void read(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                read(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
    }

    private void read(String name, byte[] content) {
        if (name.endsWith(".class")) {
            classes.add(content);
        } else if (name.equals(OWN_PROPERTIES) || name.equals(SHARED_PROPERTIES)) {
            var file = new ServiceProperties(new String(content, UTF_8));
            properties.add(file);
            if (name.equals(OWN_PROPERTIES)) {
                own.add(file);
            }
        }
    }

    /**
     * What it reads.
     *
     * @param further files that it is given to read
     */
    ReadSettings settings(ServiceProperties... further) throws IOException {
        var names = new HashSet<String>();
        for (ServiceProperties file : further) {
            names.addAll(file.referredTo());
        }
        new ConfigClasses(classes).properties().forEach(names::add);
        for (ServiceProperties file : properties) {
            names.addAll(file.referredTo());
        }
        for (ServiceProperties file : own) {
            file.derived().forEach(names::remove);
        }
        return ReadSettings.ofProperties(names);
    }
}
