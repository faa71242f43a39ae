package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Neighbour registry;
    private Neighbour authorization;
    private Neighbour token;
    private Gateway gateway;
    private int port;

    @BeforeEach
    void start() throws IOException {
        registry = Neighbour.named("registry");
        authorization = Neighbour.named("authorization");
        token = Neighbour.named("token");
        port = freePort();
        gateway =
                Gateway.start(
                        port,
                        URI.create("https://login.example"),
                        Map.of(
                                Route.REGISTRY, registry.port(),
                                Route.AUTHORIZATION, authorization.port(),
                                Route.TOKEN, token.port()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        registry.close();
        authorization.close();
        token.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/register, registry",
        "/auth, authorization",
        "/jwks, token",
        "/, authorization",
        "/nothing, authorization"
    })
    void a_request_goes_to_the_service_of_its_path(String path, String service) throws Exception {
        var answer = get(path);

        assertThat(answer.body()).isEqualTo(service);
    }

    @Test
    void method_query_and_body_arrive_as_they_were_sent() throws Exception {
        var request =
                HttpRequest.newBuilder(address("/token?a=%2Fb&c"))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"));

        HTTP.send(request.build(), BodyHandlers.ofString());

        var arrived = token.lastRequest();
        assertThat(arrived.method()).isEqualTo("POST");
        assertThat(arrived.address()).isEqualTo("/token?a=%2Fb&c");
        assertThat(arrived.body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void status_redirect_and_every_cookie_come_back_as_they_were() throws Exception {
        var answer = get("/auth");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/elsewhere");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/resources", "/%69nternal/resources"})
    void the_internal_addresses_cannot_be_reached(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: login.example");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/json");
        assertThat(answer).contains("\"error\":\"invalid_request\"");
        assertThat(registry.requests()).isEmpty();
        assertThat(authorization.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guichet.oauth.http.AmbiguousPaths#all")
    void a_path_that_can_be_read_in_two_ways_goes_nowhere(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1", "Host: login.example");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/json");
        assertThat(registry.requests()).isEmpty();
        assertThat(authorization.requests()).isEmpty();
        assertThat(token.requests()).isEmpty();
    }

    @Test
    void what_a_caller_says_about_forwarding_is_not_believed() throws Exception {
        raw(
                "GET /auth HTTP/1.1",
                "Host: login.example",
                "X-Forwarded-For: 6.6.6.6",
                "x-forwarded-proto: gopher",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Prefix: /evil",
                "X-Real-IP: 6.6.6.6",
                "Forwarded: for=6.6.6.6");

        assertThat(authorization.lastRequest().headers())
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "https")
                .containsEntry("x-forwarded-host", "login.example")
                .doesNotContainKeys(
                        "forwarded", "x-forwarded-port", "x-forwarded-prefix", "x-real-ip");
    }

    @Test
    void a_connection_that_asks_for_an_upgrade_is_no_way_around_that() throws Exception {
        raw(
                "GET /auth HTTP/1.1",
                "Host: login.example",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "X-Forwarded-For: 6.6.6.6");

        assertThat(authorization.requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.headers())
                                .containsEntry("x-forwarded-for", "127.0.0.1"));
    }

    @Test
    void a_service_that_is_away_is_reported_as_such() throws Exception {
        token.close();

        var answer = get("/jwks");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).contains("\"error\":\"temporarily_unavailable\"");
    }

    @Test
    void the_others_answer_while_one_is_away() throws Exception {
        token.close();

        get("/jwks");
        var answer = get("/auth");

        assertThat(answer.body()).isEqualTo("authorization");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Sends the lines as they stand: a well-behaved client would tidy them first. */
    private String raw(String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream answer = socket.getInputStream()) {
            socket.setSoTimeout(5_000);
            String message = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
            byte[] received = new byte[8_192];
            return new String(received, 0, answer.read(received), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
