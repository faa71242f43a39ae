package guichet.local.stack;

import static java.util.Objects.requireNonNull;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The secrets of a local stack: made once at random, kept in a file that only its owner reads. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SUPERUSER = "DATABASE_SUPERUSER";
    private static final String ADMINISTRATOR = "GUICHET_ADMINISTRATOR_SECRET";

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** The names of those that a service is handed: most are shared by a caller and its callee. */
    static List<String> of(Service service) {
        return switch (service) {
            case REGISTRY ->
                    List.of(
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY",
                            "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY",
                            "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN",
                            "GUICHET_CLIENT_SECRET_DERIVATION_KEY",
                            ADMINISTRATOR,
                            "GUICHET_MOVIES_APP_SECRET");
            case AUTHORIZATION ->
                    List.of(
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY",
                            "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION",
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN",
                            "GUICHET_SUBJECT_DERIVATION_KEY");
            case TOKEN ->
                    List.of(
                            "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY",
                            "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION",
                            "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN",
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN",
                            "GUICHET_TOKEN_KEY_ENCRYPTION_KEY",
                            "GUICHET_TOKEN_REFRESH_DERIVATION_KEY");
            case MOVIES -> List.of();
            case MOVIES_APP -> List.of("GUICHET_MOVIES_APP_SECRET");
        };
    }

    private static Stream<String> names() {
        return Stream.of(
                        Stream.of(Service.values()).flatMap(service -> of(service).stream()),
                        Service.withDatabase().stream().map(Secrets::ofDatabase),
                        Stream.of(SUPERUSER))
                .flatMap(names -> names);
    }

    private static String ofDatabase(Service service) {
        return "DATABASE_" + service.name();
    }

    /** Those in the file, with what it lacks made and added. */
    public static Secrets in(Path file) {
        try {
            Properties properties = read(file);
            var values = new TreeMap<String, String>();
            names().forEach(name -> values.put(name, properties.getProperty(name, random())));
            write(file, values);
            return new Secrets(values);
        } catch (IOException e) {
            throw new Failure(
                    "the secrets cannot be kept in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The administrator's, if a stack was ever started on this data. */
    static Optional<String> administrator(Path file) {
        try {
            return Optional.ofNullable(read(file).getProperty(ADMINISTRATOR));
        } catch (IOException e) {
            throw new Failure(
                    "the secrets cannot be read in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, ownerOnly);
        } else {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
        var lines = values.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue());
        Files.write(file, lines.toList());
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    String get(String name) {
        return requireNonNull(values.get(name));
    }

    String databasePassword(Service service) {
        return get(ofDatabase(service));
    }

    /** Of who makes databases and roles in PostgreSQL; no service is handed it. */
    public String superuserPassword() {
        return get(SUPERUSER);
    }

    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
