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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InitialAccessTokensCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/admin/initial-access-tokens";
    private static final String TOKENS =
            "{\"tokens\": [{\"id\": \"the-id\", \"note\": \"for partners\", \"uses_left\": 2}]}";

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", it -> answer(it, 200, "{\"access_token\": \"the-token\"}"));
        issuer.createContext(PATH, this::tokens);
        issuer.start();
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    @Test
    void one_is_made_and_shown() {
        assertThat(run("create", "--uses", "3", "--note", "partners")).isZero();

        assertThat(asked).containsExactly("POST " + PATH + " {\"uses\":3,\"note\":\"partners\"}");
        assertThat(out.toString(UTF_8)).contains("the-id", "gia_the-token");
    }

    @Test
    void they_are_listed() {
        assertThat(run("list")).isZero();

        assertThat(asked).containsExactly("GET " + PATH + " ");
        assertThat(out.toString(UTF_8)).contains("the-id", "never", "2", "for partners");
    }

    @Test
    void a_program_reads_them_as_the_api_answers() throws IOException {
        assertThat(run("list", "--json")).isZero();

        assertThat(JSON.readTree(out.toByteArray())).isEqualTo(JSON.readTree(TOKENS));
    }

    @Test
    void a_program_reads_a_new_one_as_the_api_answers() throws IOException {
        assertThat(run("create", "--json")).isZero();

        assertThat(JSON.readTree(out.toByteArray()).path("initial_access_token").asText())
                .isEqualTo("gia_the-token");
    }

    @Test
    void one_is_revoked() {
        assertThat(run("revoke", "the-id")).isZero();

        assertThat(asked).containsExactly("DELETE " + PATH + "/the-id ");
    }

    @Test
    void what_is_refused_is_said() {
        assertThat(run("revoke", "unknown")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn",
                "list all",
                "revoke",
                "create --uses",
                "create --uses many",
                "create --uses -1"
            })
    void words_that_make_no_sense_ask_for_nothing(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(asked).isEmpty();
    }

    @Test
    void an_option_that_is_not_there_asks_for_nothing() {
        assertThat(run("create", "--colour", "red")).isEqualTo(2);

        assertThat(asked).isEmpty();
    }

    private int run(String... words) {
        var line = new ArrayList<>(List.of("initial-access-tokens"));
        line.addAll(List.of(words));
        return Main.run(
                line,
                Map.of(
                        "GUICHET_ISSUER",
                        "http://127.0.0.1:" + issuer.getAddress().getPort(),
                        "GUICHET_ADMINISTRATOR_SECRET",
                        "the-secret"),
                Path.of("nowhere"),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private void tokens(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(call + " " + body);
        if (call.endsWith("unknown")) {
            answer(exchange, 404, "{\"error_description\": \"there is nothing at this address\"}");
            return;
        }
        answer(
                exchange,
                200,
                call.startsWith("GET")
                        ? TOKENS
                        : "{\"id\": \"the-id\", \"initial_access_token\": \"gia_the-token\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
