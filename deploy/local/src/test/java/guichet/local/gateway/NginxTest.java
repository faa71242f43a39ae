package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compose's gateway, run by a real nginx before services that keep what reaches them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NginxTest {
    @TempDir private static Path folder;
    private static Neighbour registry;
    private static Neighbour authorization;
    private static Neighbour token;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        registry = Neighbour.named("registry");
        authorization = Neighbour.named("authorization");
        token = Neighbour.named("token");
        nginx =
                Nginx.start(
                        Path.of("../.."),
                        folder,
                        1,
                        Map.of(
                                Route.REGISTRY, registry.port(),
                                Route.AUTHORIZATION, authorization.port(),
                                Route.TOKEN, token.port()));
    }

    @AfterAll
    static void stop() {
        nginx.close();
        all().forEach(Neighbour::close);
    }

    private static List<Neighbour> all() {
        return List.of(registry, authorization, token);
    }

    @BeforeEach
    void forget() {
        all().forEach(each -> each.requests().clear());
    }

    @ParameterizedTest
    @MethodSource("guichet.oauth.http.AmbiguousPaths#all")
    @ValueSource(strings = {"/register/..\\internal", "http://login.example/register/../internal"})
    @Tag("RFC3986-7.3")
    void a_path_that_can_be_read_in_two_ways_reaches_nobody(String target) throws IOException {
        String answer = get(target);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(all()).allSatisfy(each -> assertThat(each.requests()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/resources",
                "/Internal/resources",
                "/%69nternal/resources",
                "/internal?a=b",
                "http://login.example/internal/resources"
            })
    void what_is_internal_is_not_found(String target) throws IOException {
        String answer = get(target);

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("\"error\":\"invalid_request\"");
        assertThat(all()).allSatisfy(each -> assertThat(each.requests()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/register/4711,                             registry",
        "/auth?redirect_uri=https://a.example//b%2F, authorization",
        "/caf%C3%A9/a.b/..c,                         authorization",
        "/,                                          authorization",
        "/internals,                                 authorization",
        "/.well-known/change-password,               authorization",
        "/.well-known/openid-configuration,          token",
        "/status-lists/7,                            token"
    })
    void any_other_path_arrives_as_it_was_sent(String target, String service) throws IOException {
        String answer = get(target);

        assertThat(answer).startsWith("HTTP/1.1 303 ").endsWith(service);
        assertThat(all())
                .flatExtracting(Neighbour::requests)
                .extracting(Neighbour.Request::address)
                .containsExactly(target);
    }

    @Test
    @Tag("RFC9112-9.3")
    void requests_of_many_callers_share_a_connection_to_the_service() throws IOException {
        for (int number = 0; number < 5; number++) {
            get("/jwks");
        }

        assertThat(token.requests())
                .hasSize(5)
                .extracting(Neighbour.Request::connection)
                .containsOnly(token.lastRequest().connection());
    }

    /** Sends a request to this target as it stands, and reads the whole answer. */
    private static String get(String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), nginx.port())) {
            String request = "GET %s HTTP/1.1\r\nHost: login.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(target).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
