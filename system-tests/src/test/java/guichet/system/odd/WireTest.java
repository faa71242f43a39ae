package guichet.system.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the odd requests learn of servers that do not hear them out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WireTest {
    /** More than both ends keep for each other. */
    private static final byte[] LONG = new byte[64 * 1024 * 1024];

    static {
        Arrays.fill(LONG, (byte) 'x');
    }

    @Test
    void who_refuses_by_the_head_and_shuts_has_answered() throws Exception {
        assertThat(statusOf("HTTP/1.1 413 Content Too Large\r\n\r\n")).isEqualTo(413);
    }

    @Test
    void who_shuts_without_a_word_has_not() throws Exception {
        assertThat(statusOf("")).isEqualTo(Wire.NO_ANSWER);
    }

    @Test
    void nor_has_who_is_not_there() throws Exception {
        URI nobody;
        try (ServerSocket server = open()) {
            nobody = address(server);
        }

        assertThat(Wire.status(nobody, LONG)).isEqualTo(Wire.NO_CONNECTION);
    }

    /** Of a server that reads little, says this, and shuts. */
    private static int statusOf(String answer) throws Exception {
        try (ServerSocket server = open();
                var serving = Executors.newSingleThreadExecutor()) {
            var served =
                    serving.submit(() -> {
                        try (Socket socket = server.accept()) {
                            socket.getInputStream().readNBytes(100);
                            socket.getOutputStream()
                                    .write(answer.getBytes(StandardCharsets.US_ASCII));
                        }
                        return true;
                    });
            int status = Wire.status(address(server), LONG);
            assertThat(served.get()).isTrue();
            return status;
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }
}
