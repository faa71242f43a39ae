package guichet.local.stack;

import static java.util.Objects.requireNonNull;

import guichet.local.gateway.Gateway;
import guichet.local.gateway.Route;
import guichet.local.terminal.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running suite: database, four services, application and gateway. Closing it stops all, the
 * database last.
 */
public final class LocalStack implements AutoCloseable {
    private final StackOptions options;
    private final Consumer<String> progress;
    private final Running running;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Environment environment;
    private final Roster roster;
    private final Supervisor supervisor;

    private LocalStack(StackOptions options, Consumer<String> progress, Running running) {
        this.options = options;
        this.progress = progress;
        this.running = running;
        var lock = running.add(DataLock.on(options.data()));
        new Leftovers(options.data()).stop();
        options.ports().requireFree();
        if (options.fresh()) {
            lock.empty();
        }
        this.roster = new Roster(options.data());
        this.supervisor = supervisor();
        progress.accept("starting PostgreSQL");
        var secrets = Secrets.in(secrets(options.data()));
        var database = running.add(Database.start(options.data().resolve("postgres"), secrets));
        Path certificate = InternalCertificate.in(options.data().resolve("certificate"));
        this.environment = new Environment(options, secrets, database, certificate);
        running.add(this::stopServices);
    }

    private Supervisor supervisor() {
        var stopped = new Stopped(options.data());
        stopped.clear();
        return new Supervisor(services, this::launch, stopped, Clock.systemUTC(), progress);
    }

    private static Gateway gateway(StackOptions options) {
        Ports ports = options.ports();
        return Gateway.start(
                ports.gateway(),
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
     * @throws Failure in words for the person who started it; nothing is left running
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        var running = new Running();
        try {
            var stack = new LocalStack(options, progress, running);
            stack.startServices();
            return stack;
        } catch (RuntimeException failure) {
            running.close();
            throw failure;
        }
    }

    /**
     * Brings the tables of all services to this version; starts the database alone, and stops it.
     *
     * @param progress is told each step
     * @throws Failure in words for the person who started it
     */
    public static void migrate(StackOptions options, Consumer<String> progress) {
        try (var running = new Running()) {
            new LocalStack(options, progress, running).migrateServices();
        }
    }

    private void migrateServices() {
        for (Service service : Service.withDatabase()) {
            run(service, options.root(), environment.ofMigration(service)).awaitMigrated();
            progress.accept("the tables of %s are of this version".formatted(service.module()));
        }
    }

    private void startServices() {
        running.add(gateway(options));
        for (Service service : Service.values()) {
            launch(service);
        }
        for (Service service : Service.values()) {
            process(service).awaitReady();
            progress.accept(service.module() + " is ready");
        }
    }

    /** Starts a service that was stopped, and waits until it is ready. */
    public void start(Service service) {
        launch(service).awaitReady();
    }

    /**
     * The same with a service of another version, or with other settings.
     *
     * @param root the checkout in which it is built
     * @param settings besides those that it has
     */
    public void start(Service service, Path root, Map<String, String> settings) {
        var all = new HashMap<>(environment.of(service));
        all.putAll(settings);
        run(service, root, all).awaitReady();
    }

    private ServiceProcess launch(Service service) {
        progress.accept("starting " + service.module());
        return run(service, options.root(), environment.of(service));
    }

    private ServiceProcess run(Service service, Path root, Map<String, String> settings) {
        var process =
                ServiceProcess.start(
                        service,
                        root,
                        options.deployment().javaOptions(),
                        log(service),
                        Health.at(options.ports().management(service)),
                        settings);
        services.put(service, process);
        roster.note(services.values());
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

    /** The process of a service, for whoever looks at what it takes. */
    public long pid(Service service) {
        return process(service).pid();
    }

    /** Ends a service as a power cut would. */
    public void kill(Service service) {
        process(service).kill();
    }

    /**
     * Starts again what ended by itself, later each time, and stops and starts what {@link
     * LiveStack} was asked for meanwhile: to be called again and again.
     */
    public void supervise() {
        supervisor.look();
    }

    public URI issuer() {
        return options.issuer();
    }

    /** The address of the API. */
    public URI api() {
        return URI.create("http://localhost:" + options.ports().service(Service.MOVIES));
    }

    /** The address of the application. */
    public URI application() {
        return URI.create("http://localhost:" + options.ports().service(Service.MOVIES_APP));
    }

    /** The slides' API and application: they are the registry's by this file alone. */
    public static Path movies(Path root) {
        return root.resolve("deploy/movies/movies.yaml");
    }

    /** The secret with which the administrator of a stack on this data authenticates. */
    public static Optional<String> administratorSecret(Path data) {
        return Secrets.administrator(secrets(data));
    }

    private static Path secrets(Path data) {
        return data.resolve("secrets.properties");
    }

    /** The folder of its data. */
    public Path data() {
        return options.data();
    }

    /** Where a service writes its log. */
    public Path log(Service service) {
        return service.log(options.data());
    }

    /** The environment of a service, its secrets among it. */
    public Map<String, String> environment(Service service) {
        return environment.of(service);
    }

    @Override
    public void close() {
        running.close();
    }

    private void stopServices() {
        services.values().forEach(ServiceProcess::requestStop);
        services.values().forEach(ServiceProcess::awaitStop);
    }
}
