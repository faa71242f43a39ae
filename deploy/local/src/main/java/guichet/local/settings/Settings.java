package guichet.local.settings;

import guichet.local.stack.LocalStack;
import guichet.local.stack.Service;
import guichet.local.terminal.Failure;
import guichet.oauth.setting.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which service reads which of the variables that begin with {@code GUICHET_}. */
public final class Settings {
    private static final String OURS = "GUICHET_";

    /** Read by the commands themselves. */
    private static final Set<String> OF_THE_COMMANDS = Set.of("GUICHET_API", "GUICHET_ISSUER");

    /** One value would put the services into one database, as one role. */
    private static final Set<String> OF_THE_STACK =
            Set.of(
                    "GUICHET_DATABASE_URL",
                    "GUICHET_DATABASE_USERNAME",
                    "GUICHET_DATABASE_PASSWORD");

    private final Map<Service, ReadSettings> services;

    /** With what each service reads. */
    Settings(Map<Service, ReadSettings> services) {
        this.services = new EnumMap<>(services);
    }

    /**
     * Those of the services as they are built.
     *
     * @param root the checkout
     */
    public static Settings ofBuilt(Path root) {
        var services = new EnumMap<Service, ReadSettings>(Service.class);
        for (Service service : Service.values()) {
            Path application = root.resolve(service.module()).resolve("target/quarkus-app");
            try {
                var built = new BuiltService(application);
                services.put(
                        service,
                        service == Service.REGISTRY
                                ? built.settings(movies(root))
                                : built.settings());
            } catch (IOException e) {
                throw new Failure(
                        service.module() + " is not built: " + e.getMessage() + " cannot be read");
            }
        }
        return new Settings(services);
    }

    /**
     * What the file of the slides' example refers to, which the local stack has the registry read.
     */
    private static ServiceProperties movies(Path root) throws IOException {
        return new ServiceProperties(Files.readString(LocalStack.movies(root)));
    }

    /** What a service reads. */
    public ReadSettings of(Service service) {
        return services.getOrDefault(service, new ReadSettings(Set.of(), Set.of()));
    }

    /**
     * Gives each service what it reads of an environment.
     *
     * @throws Failure naming what no service reads, with what may have been meant
     */
    public Map<Service, Map<String, String>> share(Map<String, String> environment) {
        var ours = new TreeMap<>(environment);
        ours.keySet().removeIf(name -> !name.startsWith(OURS) || OF_THE_COMMANDS.contains(name));
        List<String> faults = ours.keySet().stream().flatMap(name -> fault(name)).toList();
        if (!faults.isEmpty()) {
            throw new Failure(String.join("\n", faults));
        }
        return services.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> read(ours, each.getValue())));
    }

    private static Map<String, String> read(Map<String, String> ours, ReadSettings reader) {
        return ours.entrySet().stream()
                .filter(each -> reader.contains(each.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<String> fault(String name) {
        if (OF_THE_STACK.contains(name)) {
            return Stream.of(
                    name + ": this command has a database of its own for each service: unset it");
        }
        if (services.values().stream().anyMatch(service -> service.contains(name))) {
            return Stream.empty();
        }
        return Stream.of(
                "%s is no setting: did you mean %s?"
                        .formatted(name, Nearest.to(name, known()).orElseThrow()));
    }

    private Collection<String> known() {
        var known = new TreeSet<>(OF_THE_COMMANDS);
        services.values().forEach(service -> known.addAll(service.variables()));
        known.removeAll(OF_THE_STACK);
        return known;
    }
}
