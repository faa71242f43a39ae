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

/** The command against an issuer that answers as ours does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIA =
            """
            {"id": "5ae6a8dd", "username": "pia", "name": "Pia P.", "email": "pia@people.example",
             "email_verified": true, "blocked": true, "sessions": 0}\
            """;

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/token", it -> answer(it, "{\"access_token\": \"the-token\"}"));
        issuer.createContext("/admin/people", this::people);
        issuer.start();
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    @Test
    void a_person_is_made_and_the_link_is_shown() {
        assertThat(run("create", "pia", "pia@people.example", "Pia", "P.")).isZero();

        assertThat(calls)
                .containsExactly(
                        "POST /admin/people"
                                + " {\"username\":\"pia\",\"email\":\"pia@people.example\",\"name\":\"Pia"
                                + " P.\"}");
        assertThat(out.toString(UTF_8)).contains("pia chooses", "http://localhost/link");
    }

    @Test
    void a_link_is_mailed_when_that_is_asked_for() {
        assertThat(run("reset", "--mail", "pia")).isZero();

        assertThat(calls).containsExactly("POST /admin/people/pia/password-reset?mail=true ");
        assertThat(out.toString(UTF_8)).contains("mailed to pia@people.example");
    }

    @Test
    void a_person_is_shown_blocked_and_unblocked() {
        assertThat(run("show", "pia")).isZero();
        assertThat(run("block", "pia")).isZero();
        assertThat(run("unblock", "p/ia")).isZero();

        assertThat(calls)
                .containsExactly(
                        "GET /admin/people/pia ",
                        "PUT /admin/people/pia/block ",
                        "DELETE /admin/people/p%2Fia/block ");
        assertThat(out.toString(UTF_8))
                .contains("Pia P.", "pia@people.example, verified", "blocked   yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "block", "unblock"})
    void a_program_reads_a_person_as_the_api_answers(String verb) throws IOException {
        assertThat(run(verb, "pia", "--json")).isZero();

        assertThat(JSON.readTree(out.toByteArray())).isEqualTo(JSON.readTree(PIA));
    }

    @Test
    void a_program_reads_the_link_to_a_password_as_the_api_answers() throws IOException {
        assertThat(run("reset", "pia", "--json")).isZero();

        assertThat(JSON.readTree(out.toByteArray()).path("link").asText())
                .isEqualTo("http://localhost/link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create pia",
                "create pia pia@people.example",
                "block",
                "burn pia",
                "show pia --mail"
            })
    void words_that_make_no_sense_are_answered_with_the_usage(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("Usage: ./guichet people");
        assertThat(calls).isEmpty();
    }

    private int run(String... words) {
        var line = new ArrayList<>(List.of("people"));
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

    private void people(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String uri = exchange.getRequestURI().toString();
        calls.add("%s %s %s".formatted(exchange.getRequestMethod(), uri, body));
        if (uri.endsWith("mail=true")) {
            answer(exchange, "{\"username\": \"pia\", \"mailed_to\": \"pia@people.example\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, "{\"username\": \"pia\", \"link\": \"http://localhost/link\"}");
        } else {
            answer(exchange, PIA);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
