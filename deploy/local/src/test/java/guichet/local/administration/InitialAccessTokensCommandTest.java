package guichet.local.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guichet.local.trust.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InitialAccessTokensCommandTest {
    private static final String PATH = "/admin/initial-access-tokens";

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
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
        assertThat(run("create", "--uses", "3", "--note", "partners")).isTrue();

        assertThat(asked).containsExactly("POST " + PATH + " {\"uses\":3,\"note\":\"partners\"}");
        assertThat(out.toString(UTF_8)).contains("the-id", "gia_the-token");
    }

    @Test
    void they_are_listed() {
        assertThat(run("list")).isTrue();

        assertThat(asked).containsExactly("GET " + PATH + " ");
        assertThat(out.toString(UTF_8)).contains("the-id", "never", "2", "for partners");
    }

    @Test
    void one_is_revoked() {
        assertThat(run("revoke", "the-id")).isTrue();

        assertThat(asked).containsExactly("DELETE " + PATH + "/the-id ");
    }

    @Test
    void what_is_refused_is_said() {
        assertThatThrownBy(() -> run("revoke", "unknown"))
                .isInstanceOf(AdministrationFailure.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "burn", "list all", "revoke", "create --uses", "create --uses many"})
    void words_that_make_no_sense_ask_for_nothing(String words) {
        assertThat(run(words.split(" "))).isFalse();

        assertThat(asked).isEmpty();
    }

    @Test
    void an_option_that_is_not_there_asks_for_nothing() {
        assertThat(run("create", "--colour", "red")).isFalse();

        assertThat(asked).isEmpty();
    }

    private boolean run(String... words) {
        var address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort());
        var command = new InitialAccessTokensCommand();
        var calls =
                new AdministrationCalls(
                        address, Optional.of("secret"), command.scope(), Trust.of(Map.of()));
        return command.run(List.of(words), calls, new PrintStream(out, true, UTF_8));
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
                        ? "{\"tokens\": [{\"id\": \"the-id\", \"note\": \"for partners\", \"uses_left\": 2}]}"
                        : "{\"id\": \"the-id\", \"initial_access_token\": \"gia_the-token\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
