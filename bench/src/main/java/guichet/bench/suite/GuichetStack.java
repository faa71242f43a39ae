package guichet.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.bench.database.Postgres;
import guichet.bench.issuer.Application;
import guichet.bench.issuer.FirstToken;
import guichet.bench.issuer.Issuer;
import guichet.bench.issuer.Workload;
import guichet.bench.load.Load;
import guichet.bench.load.TokenFile;
import guichet.bench.load.Wrk;
import guichet.bench.machine.ProcessTree;
import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import guichet.local.gateway.Nginx;
import guichet.local.gateway.Route;
import guichet.local.stack.Deployment;
import guichet.local.stack.LocalStack;
import guichet.local.stack.Ports;
import guichet.local.stack.Secrets;
import guichet.local.stack.Service;
import guichet.local.stack.StackOptions;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The suite as it runs in production, with compose's gateway before it. */
public final class GuichetStack implements Issuer {
    private static final int TOKENS = 64;
    private static final String REGISTRATION =
            """
            {"client_name": "Bench", "scope": "movies:read movies:write stats:read",
             "token_endpoint_auth_method": "client_secret_basic",
             "grant_types": ["client_credentials", "password", "refresh_token"]}
            """;

    private final Plan plan;
    private final Path folder;
    private final Wrk wrk;
    private final Ports ports;
    private final LocalStack stack;
    private final Nginx nginx;
    private final Postgres database;
    private final Application application;
    private final People people;
    private final Grants grants;

    private GuichetStack(
            Plan plan, Path folder, Wrk wrk, Ports ports, LocalStack stack, String token) {
        this.plan = plan;
        this.folder = folder;
        this.wrk = wrk;
        this.ports = ports;
        this.stack = stack;
        String superuser = Secrets.in(folder.resolve("secrets.properties")).superuserPassword();
        this.database = Postgres.on(folder.resolve("postgres"), superuser);
        this.application = register(token);
        this.people = People.in(database);
        this.grants = new Grants(database, application.clientId());
        this.nginx = nginx();
    }

    /**
     * Starts it with nothing in its database.
     *
     * @param root the checkout
     * @param folder for its data
     */
    public static GuichetStack start(
            Path root, Path folder, Plan plan, Wrk wrk, Consumer<String> progress) {
        Ports ports = Ports.free();
        String token = OpaqueToken.random(TokenKind.INITIAL_ACCESS_TOKEN).reveal();
        var options =
                new StackOptions(
                        root,
                        folder,
                        true,
                        URI.create("http://localhost:" + ports.gateway()),
                        ports,
                        Deployment.production(plan.heap()),
                        new Settings(plan.pool(), token).byService());
        var stack = LocalStack.start(options, progress);
        try {
            return new GuichetStack(plan, folder, wrk, ports, stack, token);
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    private Application register(String initialAccessToken) {
        var request =
                Calls.to(at(Service.REGISTRY, "/register"))
                        .header("Authorization", "Bearer " + initialAccessToken)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REGISTRATION));
        JsonNode client = Calls.json(new Calls(Map.of()).send(request.build()));
        if (!client.has("client_secret")) {
            throw new Failure("the registry registers nobody: " + client);
        }
        return new Application(
                at(Service.TOKEN, "/token"),
                at(Service.TOKEN, "/introspect"),
                client.path("client_id").asText(),
                client.path("client_secret").asText(),
                "stats:read");
    }

    private Nginx nginx() {
        return Nginx.start(
                plan.root(),
                folder.resolve("nginx"),
                Runtime.getRuntime().availableProcessors(),
                Map.of(
                        Route.REGISTRY, ports.service(Service.REGISTRY),
                        Route.AUTHORIZATION, ports.service(Service.AUTHORIZATION),
                        Route.TOKEN, ports.service(Service.TOKEN)));
    }

    private URI at(Service service, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(ports.service(service), path));
    }

    @Override
    public String name() {
        return "guichet";
    }

    @Override
    public List<ProcessTree> processes() {
        var all = new ArrayList<ProcessTree>();
        for (Service service : Service.values()) {
            all.add(new ProcessTree(service.module(), stack.pid(service)));
        }
        all.add(new ProcessTree("nginx", nginx.pid()));
        return all;
    }

    @Override
    public Postgres database() {
        return database;
    }

    @Override
    public List<Workload> workloads() {
        List<Integer> usual = plan.connections();
        List<Integer> few = usual.subList(0, 1);
        List<Integer> many = Stream.concat(usual.stream(), plan.many().stream()).toList();
        URI gateway = URI.create("http://127.0.0.1:%d/token".formatted(nginx.port()));
        return List.of(
                new Workload("client_credentials", many, _ -> application.clientCredentials()),
                new Workload(
                        "client_credentials by nginx",
                        usual,
                        _ -> application.clientCredentials(gateway)),
                new Workload("refresh", usual, this::rotation),
                new Workload(
                        "introspection",
                        usual,
                        _ ->
                                application.introspection(
                                        file("introspection"), accessTokens(TOKENS))),
                new Workload("GET /my-movies", usual, _ -> myMovies()),
                new Workload("password", few, _ -> password()),
                new Workload("jwks", usual, _ -> Load.get(at(Service.TOKEN, "/jwks"), Map.of())));
    }

    private Load rotation(int connections) {
        return application.rotation(file("refresh"), grants.make(TokenFile.chains(connections)));
    }

    private Load myMovies() {
        return file("my-movies").inHeaders(at(Service.MOVIES, "/my-movies"), accessTokens(TOKENS));
    }

    private Load password() {
        return file("people")
                .inForms(
                        application.token(),
                        application.headers(),
                        people.form(),
                        people.usernames());
    }

    private List<String> accessTokens(int number) {
        return application.accessTokens(grants.make(number));
    }

    private TokenFile file(String name) {
        return new TokenFile(folder.resolve("tokens").resolve(name));
    }

    @Override
    public Duration firstToken() {
        stack.stop(Service.TOKEN);
        var ready = CompletableFuture.runAsync(() -> stack.start(Service.TOKEN));
        Duration took = FirstToken.await(application);
        ready.join();
        return took;
    }

    @Override
    public void fill(long number, long clients) {
        new Growth(database, application.clientId()).grow(number, clients);
    }

    @Override
    public List<Series> others() {
        var revocation =
                new Revocation(
                        application,
                        at(Service.TOKEN, "/revoke"),
                        at(Service.MOVIES, "/my-movies"));
        return List.of(revocation.measure(wrk, myMovies(), accessTokens(Revocation.TOKENS)));
    }

    @Override
    public void close() {
        nginx.close();
        stack.close();
    }
}
