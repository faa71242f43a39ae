package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guichet.local.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands against an issuer that answers as ours does; with ours, in the system tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdministrationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "base64/with+signs=that-must-be-encoded";
    private static final String KEYS =
            """
            {"keys": [{"kid": "the-kid", "algorithm": "ES256", "state": "signing",
                       "announced_at": "2026-01-01T00:00:00Z", "signs_from": "2026-01-01T00:00:00Z"}],
             "note": "no key was added"}\
            """;

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", this::token);
        issuer.createContext("/admin/keys", this::keys);
        issuer.start();
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    @Test
    void the_keys_are_shown() {
        assertThat(run(Optional.of(SECRET), "list")).isZero();

        assertThat(calls).containsExactly("GET /admin/keys");
        assertThat(out.toString(UTF_8)).contains("ES256", "signing", "the-kid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "rotate", "withdraw the-kid"})
    void a_program_reads_the_keys_as_the_api_answers_them(String words) throws IOException {
        assertThat(run(Optional.of(SECRET), (words + " --json").split(" "))).isZero();

        assertThat(JSON.readTree(out.toByteArray())).isEqualTo(JSON.readTree(KEYS));
    }

    @Test
    void the_default_keys_are_rotated_or_those_of_one_algorithm() {
        assertThat(run(Optional.of(SECRET), "rotate")).isZero();
        assertThat(run(Optional.of(SECRET), "rotate", "RS256")).isZero();

        assertThat(calls).containsExactly("POST /admin/keys", "POST /admin/keys?algorithm=RS256");
    }

    @Test
    void a_rotation_that_adds_no_key_says_so() {
        assertThat(run(Optional.of(SECRET), "rotate", "ES256")).isZero();

        assertThat(out.toString(UTF_8)).contains("no key was added");
    }

    @Test
    void a_key_is_withdrawn_by_its_name() {
        assertThat(run(Optional.of(SECRET), "withdraw", "a/b c")).isZero();

        assertThat(calls).containsExactly("DELETE /admin/keys/a%2Fb%20c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "withdraw", "list all", "burn", "rotate RS256 now"})
    void words_that_make_no_sense_are_answered_with_the_usage(String words) {
        assertThat(run(Optional.empty(), words.split(" "))).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("Usage: ./guichet keys");
        assertThat(calls).isEmpty();
    }

    @Test
    @Tag("RFC6749-2.3.1")
    void another_secret_is_named_as_the_fault_and_not_shown() {
        assertThat(run(Optional.of("another-secret"), "list")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .contains("GUICHET_ADMINISTRATOR_SECRET")
                .doesNotContain("another-secret");
    }

    @Test
    void what_the_issuer_refuses_is_said_in_its_words() {
        assertThat(run(Optional.of(SECRET), "withdraw", "unknown")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("404", "there is nothing at this address");
    }

    @Test
    void without_a_secret_it_says_where_one_is_expected() {
        assertThat(run(Optional.empty(), "list")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("GUICHET_ADMINISTRATOR_SECRET");
    }

    @Test
    void an_issuer_that_is_away_is_named() {
        issuer.stop(0);

        assertThat(run(Optional.of(SECRET), "list")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("does not answer", address().toString());
    }

    @Test
    void the_environment_goes_before_the_secret_of_the_local_stack(@TempDir Path root)
            throws IOException {
        Path data = Files.createDirectory(root.resolve(".guichet"));
        Files.writeString(
                data.resolve("secrets.properties"), "GUICHET_ADMINISTRATOR_SECRET=" + SECRET);

        assertThat(run(environment(Optional.empty()), root, "list")).isZero();
        assertThat(run(environment(Optional.of("another-secret")), root, "list")).isEqualTo(1);
    }

    @Test
    void a_file_without_certificates_is_named(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        var environment = new HashMap<>(environment(Optional.of(SECRET)));
        environment.put("GUICHET_OUTSIDE_CA_FILE", empty.toString());

        assertThat(run(environment, folder, "list")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .contains("GUICHET_OUTSIDE_CA_FILE: no certificates in " + empty);
    }

    private int run(Optional<String> secret, String... words) {
        return run(environment(secret), Path.of("nowhere"), words);
    }

    private int run(Map<String, String> environment, Path root, String... words) {
        var line = new ArrayList<>(List.of("keys"));
        line.addAll(List.of(words));
        return Main.run(
                line,
                environment,
                root,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private Map<String, String> environment(Optional<String> secret) {
        var environment = new HashMap<>(Map.of("GUICHET_ISSUER", address().toString()));
        secret.ifPresent(it -> environment.put("GUICHET_ADMINISTRATOR_SECRET", it));
        return environment;
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + issuer.getAddress().getPort());
    }

    private void token(HttpExchange exchange) throws IOException {
        String credentials = "guichet-administrator:base64%2Fwith%2Bsigns%3Dthat-must-be-encoded";
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean isGood =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && form.equals("grant_type=client_credentials&scope=keys%3Aadmin");
        answer(exchange, isGood ? 200 : 401, "{\"access_token\": \"the-token\"}");
    }

    private void keys(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        calls.add(call);
        boolean isKnown =
                "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && !call.endsWith("unknown");
        answer(
                exchange,
                isKnown ? 200 : 404,
                isKnown ? KEYS : "{\"error_description\": \"there is nothing at this address\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
