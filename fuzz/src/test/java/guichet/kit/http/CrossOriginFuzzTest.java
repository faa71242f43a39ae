package guichet.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Over real HTTP: what of a header reaches us the server decides, which we have from others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("FETCH-3.2")
class CrossOriginFuzzTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpServer SERVER = start();
    private static final Set<String> NAMES =
            Set.of(
                    "access-control-allow-origin",
                    "access-control-allow-methods",
                    "access-control-allow-headers",
                    "access-control-expose-headers",
                    "access-control-max-age",
                    "content-length");

    static Stream<String> headers() {
        return Stream.of(
                """
                Origin: https://a.example
                Access-Control-Request-Method: POST
                Access-Control-Request-Headers: authorization, dpop\
                """);
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Open to all, and never with what is theirs alone; or refused by the server. */
    @MethodSource("headers")
    @FuzzTest
    void a_preflight_is_answered_or_refused(@NotNull String text) {
        List<String> answer = answer(String.join("\r\n", text.lines().toList()));
        int status = Integer.parseInt(answer.getFirst().split(" ", 3)[1]);
        assertThat(status).as(answer.getFirst()).isBetween(200, 499);
        if (status < 300) {
            assertThat(answer).containsOnlyOnce("access-control-allow-origin: *");
            assertThat(answer.subList(1, answer.size()))
                    .extracting(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(NAMES);
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(headers(), this::a_preflight_is_answered_or_refused);
    }

    private static HttpServer start() {
        var filters = new Filters();
        new CrossOrigin(() -> Optional.of(List.of("/token"))).register(filters);
        Router router = Router.router(VERTX);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route().handler(context -> context.response().end());
        return VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Its lines, without those of a body. */
    private static List<String> answer(String headers) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.actualPort())) {
            socket.setSoTimeout(10_000);
            socket.setSoLinger(true, 0); // thousands of connections would else hold their ports
            String request = "OPTIONS /token HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n".formatted(headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1);
            return answer.useDelimiter("\r\n\r\n").next().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
