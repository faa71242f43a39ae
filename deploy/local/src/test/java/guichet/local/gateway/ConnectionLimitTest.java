package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionLimitTest {
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        port =
                vertx.createHttpServer()
                        .connectionHandler(new ConnectionLimit(2))
                        .requestHandler(request -> request.response().end())
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get()
                        .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void one_more_than_may_be_open_is_shut() throws IOException {
        try (var first = opened();
                var second = opened();
                var third = opened()) {
            assertThat(isAnswered(first)).isTrue();
            assertThat(isAnswered(second)).isTrue();
            assertThat(isAnswered(third)).isFalse();
        }
    }

    @Test
    void one_that_is_closed_makes_room_for_another() throws IOException {
        for (int each = 0; each < 5; each++) {
            try (var socket = opened()) {
                assertThat(isAnswered(socket)).isTrue();
                sends(socket, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private Socket opened() throws IOException {
        return new Socket("127.0.0.1", port);
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        try {
            sends(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            String start =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return start.equals("HTTP/1.1 200");
        } catch (IOException _) {
            return false;
        }
    }

    private static void sends(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
}
