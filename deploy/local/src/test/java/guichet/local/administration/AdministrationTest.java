package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guichet.local.terminal.Terminal;
import java.io.IOException;
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
    private final Terminal terminal = new Terminal("keys");
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
        assertThat(terminal.out()).contains("ES256", "signing", "the-kid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "rotate", "withdraw the-kid"})
    void a_program_reads_the_keys_as_the_api_answers_them(String words) throws IOException {
        assertThat(run(Optional.of(SECRET), (words + " --json").split(" "))).isZero();

        assertThat(JSON.readTree(terminal.out())).isEqualTo(JSON.readTree(KEYS));
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

        assertThat(terminal.out()).contains("no key was added");
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

        assertThat(terminal.err()).contains("Usage: ./guichet keys");
        assertThat(calls).isEmpty();
    }

    @Test
    @Tag("RFC6749-2.3.1")
    void another_secret_is_named_as_the_fault_and_not_shown() {
        assertThat(run(Optional.of("another-secret"), "list")).isEqualTo(1);

        assertThat(terminal.err())
                .contains("GUICHET_ADMINISTRATOR_SECRET")
                .doesNotContain("another-secret");
    }

    @Test
    void what_the_issuer_refuses_is_said_in_its_words() {
        assertThat(run(Optional.of(SECRET), "rotate", "ES999")).isEqualTo(1);

        assertThat(terminal.err()).contains("POST /admin/keys: 400", "no such algorithm");
    }

    @Test
    void of_a_key_that_is_not_there_it_is_said_so() {
        assertThat(run(Optional.of(SECRET), "withdraw", "unknown")).isEqualTo(1);

        assertThat(terminal.err())
                .isEqualTo("./guichet keys withdraw: there is no key of this name%n".formatted());
    }

    @Test
    void an_address_without_an_administration_is_no_key_that_is_not_there() {
        issuer.removeContext("/admin/keys");

        assertThat(run(Optional.of(SECRET), "list")).isEqualTo(1);

        assertThat(terminal.err()).contains("/admin/keys answers 404");
    }

    @Test
    void without_a_secret_it_says_where_one_is_expected() {
        assertThat(run(Optional.empty(), "list")).isEqualTo(1);

        assertThat(terminal.err()).contains("GUICHET_ADMINISTRATOR_SECRET");
    }

    @Test
    void an_issuer_that_is_away_is_named() {
        issuer.stop(0);

        assertThat(run(Optional.of(SECRET), "list")).isEqualTo(1);

        assertThat(terminal.err()).contains("does not answer", address().toString());
    }

    @Test
    void the_environment_goes_before_the_secret_of_the_local_stack(@TempDir Path root)
            throws IOException {
        Path data = Files.createDirectory(root.resolve(".guichet"));
        Files.writeString(
                data.resolve("secrets.properties"), "GUICHET_ADMINISTRATOR_SECRET=" + SECRET);

        assertThat(terminal.run(environment(Optional.empty()), root, "list")).isZero();
        assertThat(terminal.run(environment(Optional.of("another-secret")), root, "list"))
                .isEqualTo(1);
    }

    @Test
    void a_file_without_certificates_is_named(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        var environment = new HashMap<>(environment(Optional.of(SECRET)));
        environment.put("GUICHET_OUTSIDE_CA_FILE", empty.toString());

        assertThat(terminal.run(environment, folder, "list")).isEqualTo(1);

        assertThat(terminal.err()).contains("GUICHET_OUTSIDE_CA_FILE: no certificates in " + empty);
    }

    private int run(Optional<String> secret, String... words) {
        return terminal.run(environment(secret), words);
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
        Issuer.answer(exchange, isGood ? 200 : 401, "{\"access_token\": \"the-token\"}");
    }

    private void keys(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        calls.add(call);
        boolean isAuthorized =
                "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!isAuthorized || call.endsWith("unknown")) {
            Issuer.answer(exchange, 404, "{}");
        } else if (call.endsWith("ES999")) {
            Issuer.answer(exchange, 400, "{\"error_description\": \"no such algorithm\"}");
        } else {
            Issuer.answer(exchange, 200, KEYS);
        }
    }
}
