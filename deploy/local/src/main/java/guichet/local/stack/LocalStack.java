package guichet.local.stack;

import static java.util.Objects.requireNonNull;

import guichet.local.gateway.Gateway;
import guichet.local.gateway.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running suite: database, four services and gateway. Closing it stops all, the database last.
 */
public final class LocalStack implements AutoCloseable {
    private final StackOptions options;
    private final Consumer<String> progress;
    private final FileLock lock;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Database database;
    private final Environment environment;
    private final Gateway gateway;

    private LocalStack(StackOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.lock = lock(options.data());
        new Leftovers(options.data()).stop();
        options.ports().requireFree();
        if (options.fresh()) {
            new DataFolder(options.data()).empty();
        }
        progress.accept("starting PostgreSQL");
        var secrets = Secrets.in(options.data().resolve("secrets.properties"));
        this.database = Database.start(options.data().resolve("postgres"), secrets);
        this.environment = new Environment(options, secrets, database);
        Ports ports = options.ports();
        this.gateway =
                Gateway.start(
                        options.ports().gateway(),
                        options.issuer(),
                        Map.of(
                                Route.REGISTRY, ports.service(Service.REGISTRY),
                                Route.AUTHORIZATION, ports.service(Service.AUTHORIZATION),
                                Route.TOKEN, ports.service(Service.TOKEN)));
    }

    /**
     * Starts all and waits until all are ready.
     *
     * @param progress is told each step
     * @throws StackFailure in words for the person who started it; nothing is left running
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        var stack = new LocalStack(options, progress);
        try {
            for (Service service : Service.values()) {
                stack.launch(service);
            }
            for (Service service : Service.values()) {
                stack.process(service).awaitReady();
                progress.accept(service.module() + " is ready");
            }
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /** Starts a service that was stopped, and waits until it is ready. */
    public void start(Service service) {
        launch(service).awaitReady();
    }

    private ServiceProcess launch(Service service) {
        progress.accept("starting " + service.module());
        Path log = log(service);
        var process = ServiceProcess.start(service, options.root(), log, environment.of(service));
        services.put(service, process);
        new Leftovers(options.data()).note(services.values());
        return process;
    }

    /** Stops a service and waits for its end. */
    public void stop(Service service) {
        ServiceProcess process = process(service);
        process.requestStop();
        process.awaitStop();
    }

    private ServiceProcess process(Service service) {
        return requireNonNull(services.get(service));
    }

    /** Ends a service as a power cut would. */
    public void kill(Service service) {
        process(service).kill();
    }

    /** The first service that is no longer running. */
    public Optional<Service> findDead() {
        return services.entrySet().stream()
                .filter(each -> !each.getValue().isAlive())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public URI issuer() {
        return options.issuer();
    }

    /** The address of the API. */
    public URI api() {
        return URI.create("http://localhost:" + options.ports().service(Service.MOVIES));
    }

    /** Where a service writes its log. */
    public Path log(Service service) {
        return options.data().resolve("logs").resolve(service.module() + ".log");
    }

    /** The environment of a service, its secrets among it. */
    public Map<String, String> environment(Service service) {
        return environment.of(service);
    }

    @Override
    public void close() {
        gateway.close();
        services.values().forEach(ServiceProcess::requestStop);
        services.values().forEach(ServiceProcess::awaitStop);
        database.close();
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new StackFailure("the lock cannot be given back: " + e.getMessage(), e);
        }
    }

    private static FileLock lock(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(
                            data.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackFailure(
                        "a stack is already running on %s: stop it first".formatted(data));
            }
            return lock;
        } catch (IOException e) {
            throw new StackFailure("%s cannot be used: %s".formatted(data, e.getMessage()), e);
        }
    }
}
