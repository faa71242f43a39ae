import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * How long it takes from blocking a person until nothing of theirs is taken, however much they have
 * prepared.
 */
final class EmergencyBrake {
    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ISSUER = "http://localhost:8080";
    private static final String API = "http://localhost:8090/my-movies";
    private static final String PERSON = "bob";

    private static final String GRANT =
            """
            insert into authorization_grant (id, person_id, client_id, scope, subject, auth_time, created_at)
            select md5('%1$s ' || number)::uuid, person.id, 'prepared ' || number %% 7, 'movies:read', person.id, now(), now()
            from person, generate_series(1, %2$d) number where username = '%3$s'
            """;
    private static final String KEEP =
            """
            insert into token_grant (id, client_id, subject, person_id, scope, auth_time, amr, granted_at, created_at, expires_at)
            select md5('%1$s ' || number)::uuid, 'prepared ' || number %% 7, '%3$s', '%3$s', 'movies:read', now(), '{pwd}',
                   now(), now(), now() + interval '90 days'
            from generate_series(1, %2$d) number
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Path data;
    private final Properties secrets = new Properties();
    private final String run = Long.toString(System.nanoTime());

    private EmergencyBrake(Path data) throws IOException {
        this.data = data;
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
    }

    public static void main(String[] words) throws Exception {
        int grants = words.length > 1 ? Integer.parseInt(words[1]) : 40_000;
        System.exit(new EmergencyBrake(Path.of(words[0])).isWithinPromise(grants) ? 0 : 1);
    }

    private boolean isWithinPromise(int grants) throws Exception {
        JsonNode client = registers();
        JsonNode tokens =
                token(
                        client,
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                PERSON,
                                "password",
                                PERSON + "-opens-the-door"));
        check(api(tokens) == 200, "the API does not take the token to begin with");
        String administrator = administrator();
        prepare(grants, administrator);
        try {
            return measure(grants, client, tokens, administrator);
        } finally {
            call("DELETE", block(), administrator, "");
            forget();
        }
    }

    private boolean measure(int grants, JsonNode client, JsonNode tokens, String administrator)
            throws Exception {
        long start = System.nanoTime();
        var refreshed =
                after(
                        start,
                        () ->
                                call("POST", ISSUER + "/token", "", refresh(client, tokens))
                                                .statusCode()
                                        == 400,
                        500);
        var refused = after(start, () -> api(tokens) == 401, 20);
        int status = call("PUT", block(), administrator, "").statusCode();
        Duration answered = Duration.ofNanos(System.nanoTime() - start);
        check(status == 200, "the block answers " + status);
        System.out.printf(
                "a person with %,d grants: blocked after %,d ms, refreshing ends after %,d ms, the API refuses after %,d ms%n",
                grants,
                answered.toMillis(),
                refreshed.join().toMillis(),
                refused.join().toMillis());
        return refused.join().compareTo(PROMISE) <= 0;
    }

    /** When the answer is what it is to be, asked again and again. */
    private static CompletableFuture<Duration> after(long start, Question question, int pause) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Duration elapsed = Duration.ZERO;
                while (!question.isAnswered() && elapsed.compareTo(PATIENCE) < 0) {
                    Thread.sleep(pause);
                    elapsed = Duration.ofNanos(System.nanoTime() - start);
                }
                return Duration.ofNanos(System.nanoTime() - start);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private JsonNode registers() throws Exception {
        String metadata =
                "{\"client_name\": \"Emergency brake\", \"grant_types\": [\"password\", \"refresh_token\"]}";
        var request =
                HttpRequest.newBuilder(URI.create(ISSUER + "/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(metadata));
        return json.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private String administrator() throws Exception {
        var form =
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "people:admin",
                        "client_id",
                        "guichet-administrator",
                        "client_secret",
                        secrets.getProperty("GUICHET_ADMINISTRATOR_SECRET"));
        return json.readTree(call("POST", ISSUER + "/token", "", form(form)).body())
                .path("access_token")
                .asText();
    }

    private JsonNode token(JsonNode client, Map<String, String> parameters) throws Exception {
        return json.readTree(
                call("POST", ISSUER + "/token", "", credentials(client) + "&" + form(parameters))
                        .body());
    }

    private static String refresh(JsonNode client, JsonNode tokens) {
        return credentials(client)
                + "&"
                + form(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.path("refresh_token").asText()));
    }

    private static String credentials(JsonNode client) {
        return form(
                Map.of(
                        "client_id",
                        client.path("client_id").asText(),
                        "client_secret",
                        client.path("client_secret").asText()));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String block() {
        return ISSUER + "/admin/people/" + PERSON + "/block";
    }

    private int api(JsonNode tokens) throws Exception {
        return call("GET", API, tokens.path("access_token").asText(), "").statusCode();
    }

    private HttpResponse<String> call(String method, String address, String token, String form)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .method(method, BodyPublishers.ofString(form));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** As if the person had authorized applications again and again, which would take hours. */
    private void prepare(int grants, String administrator) throws Exception {
        String person =
                json.readTree(
                                call("GET", ISSUER + "/admin/people/" + PERSON, administrator, "")
                                        .body())
                        .path("id")
                        .asText();
        execute("authorization", GRANT.formatted(run, grants, PERSON));
        execute("token", KEEP.formatted(run, grants, person));
    }

    private void forget() throws Exception {
        execute(
                "authorization",
                "delete from authorization_grant where client_id like 'prepared %'");
        execute("token", "delete from token_grant where client_id like 'prepared %'");
    }

    private void execute(String service, String sql) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        String password = secrets.getProperty("DATABASE_" + service.toUpperCase());
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, service),
                                service,
                                password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void check(boolean good, String fault) {
        if (!good) {
            throw new IllegalStateException(fault);
        }
    }

    private interface Question {
        boolean isAnswered() throws Exception;
    }
}
