import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is left of the memory of authorization- and token-service when somebody registers as much as
 * they can, and has each registration asked for.
 */
final class RegistrationFlood {
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the caches of a service may grow by, which weigh roughly. */
    private static final long PROMISE_MB = 64;

    private static final int AT_ONCE = 8;
    private static final int TOO_LARGE = 20;
    private static final String ISSUER = "http://localhost:8080";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public static void main(String[] words) throws Exception {
        int clients = words.length > 0 ? Integer.parseInt(words[0]) : 1_600;
        System.exit(new RegistrationFlood().isWithinPromise(clients) ? 0 : 1);
    }

    private boolean isWithinPromise(int number) throws Exception {
        List<Watched> services =
                List.of(
                        new Watched("authorization-service", 9182),
                        new Watched("token-service", 9183));
        boolean refused = all(TOO_LARGE, _ -> register(metadata(20)).statusCode() == 400);
        List<JsonNode> clients = new ArrayList<>();
        try {
            long start = System.nanoTime();
            clients.addAll(each(number, _ -> registered()));
            System.out.printf(
                    "%,d clients of 16 kB registered in %,d s; of 137 kB %s%n",
                    number,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    refused ? "none" : "SOME");
            each(number, it -> asksFor(clients.get(it)));
            Duration login = slowest("/login");
            Duration jwks = slowest("/jwks");
            System.out.printf(
                    "afterwards /login takes %,d ms, /jwks %,d ms%n",
                    login.toMillis(), jwks.toMillis());
            boolean fast = login.compareTo(SLOW) <= 0 && jwks.compareTo(SLOW) <= 0;
            return services.stream().filter(Watched::keptItsPromise).count() == services.size()
                    && fast
                    && refused;
        } finally {
            each(clients.size(), it -> delete(clients.get(it)));
        }
    }

    private JsonNode registered() throws Exception {
        HttpResponse<String> answer = register(metadata(7));
        check(answer.statusCode() == 201, answer.body());
        return json.readTree(answer.body());
    }

    private HttpResponse<String> register(String metadata) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(ISSUER + "/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(metadata)));
    }

    /** Another one each time, with so many addresses of almost 2,000 characters in three lists. */
    private static String metadata(int addresses) {
        String run = Long.toString(System.nanoTime());
        String list = addresses(addresses, run);
        String others =
                addresses > 7
                        ? ", \"request_uris\": [%s], \"post_logout_redirect_uris\": [%s]"
                                .formatted(list, list)
                        : "";
        return "{\"client_name\": \"Flood %s\", \"description\": \"%s\", \"redirect_uris\": [%s]%s}"
                .formatted(run, "x".repeat(900), list, others);
    }

    private static String addresses(int number, String run) {
        return IntStream.range(0, number)
                .mapToObj(it ->
                        "\"https://flood.example/%s/%d/%s\"".formatted(run, it, "x".repeat(1_900)))
                .collect(Collectors.joining(", "));
    }

    /** Has both services ask the registry for it. */
    private boolean asksFor(JsonNode client) throws Exception {
        String id = client.path("client_id").asText();
        String address = client.path("redirect_uris").path(0).asText();
        String query = "response_type=code&scope=openid&nonce=n&prompt=none&client_id=%s&redirect_uri=%s";
        int page =
                send(HttpRequest.newBuilder(
                                        URI.create(
                                                ISSUER + "/auth?"
                                                        + query.formatted(id, encoded(address))))
                                // as a frame asks: nothing has to wait for somebody
                                .header("Sec-Fetch-Dest", "iframe"))
                        .statusCode();
        check(page == 303, "/auth answers " + page);
        String form = "grant_type=authorization_code&code=x&client_id=%s&client_secret=%s";
        int token =
                send(HttpRequest.newBuilder(URI.create(ISSUER + "/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                form.formatted(
                                                        id, client.path("client_secret").asText()))))
                        .statusCode();
        check(token == 400, "/token answers " + token);
        return true;
    }

    private boolean delete(JsonNode client) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(client.path("registration_client_uri").asText()))
                        .header(
                                "Authorization",
                                "Bearer " + client.path("registration_access_token").asText())
                        .DELETE();
        return send(request).statusCode() == 204;
    }

    private Duration slowest(String path) throws Exception {
        Duration slowest = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            check(get(path).statusCode() == 200, path + " does not answer");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(ISSUER + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static boolean all(int number, Step<Boolean> step) throws Exception {
        return each(number, step).stream().allMatch(Boolean::booleanValue);
    }

    private static <T> List<T> each(int number, Step<T> step) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<T>> steps =
                    IntStream.range(0, number)
                            .mapToObj(it -> (Callable<T>) () -> step.of(it))
                            .toList();
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(steps)) {
                results.add(done.get());
            }
            return results;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void check(boolean good, String fault) {
        if (!good) {
            throw new IllegalStateException(fault);
        }
    }

    /** A service whose heap is looked at, each time after it was cleaned up. */
    private final class Watched {
        private final String name;
        private final int management;
        private final long before;

        Watched(String name, int management) throws Exception {
            this.name = name;
            this.management = management;
            this.before = liveMegabytes();
        }

        boolean keptItsPromise() {
            try {
                long after = liveMegabytes();
                System.out.printf("%s: %d MB of heap before, %d MB after%n", name, before, after);
                return after - before <= PROMISE_MB;
            } catch (Exception away) {
                System.out.printf("%s is away: %s%n", name, away);
                return false;
            }
        }

        private long liveMegabytes() throws Exception {
            String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            new ProcessBuilder(jcmd, pid(), "GC.run").start().waitFor();
            String metrics =
                    send(HttpRequest.newBuilder(
                                    URI.create("http://localhost:%d/q/metrics".formatted(management))))
                            .body();
            double bytes =
                    metrics.lines()
                            .filter(it -> it.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                            .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                            .sum();
            return Math.round(bytes / 1_000_000);
        }

        private String pid() {
            return ProcessHandle.allProcesses()
                    .filter(it ->
                            it.info()
                                    .commandLine()
                                    .orElse("")
                                    .contains(name + "/target/quarkus-app/quarkus-run.jar"))
                    .map(it -> Long.toString(it.pid()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private interface Step<T> {
        T of(int number) throws Exception;
    }
}
