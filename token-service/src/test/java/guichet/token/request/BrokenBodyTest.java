package guichet.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that end before they should, or are none: faults of the sender, and none of ours. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9112-7.1")
class BrokenBodyTest {
    private static final String HEAD =
            "POST /token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n";

    @AutoClose private final FaultLog faults = new FaultLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\ngrant",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
                "Content-Length: 500\r\n\r\ngrant_type="
            })
    void the_sender_hears_of_it_or_is_gone(String body) throws IOException {
        String answer = answer(HEAD + body, Socket::shutdownOutput);

        assertThat(answer)
                .satisfiesAnyOf(
                        it -> assertThat(it).isEmpty(),
                        it -> assertThat(it).startsWith("HTTP/1.1 400 "));
        assertThat(faults.seen()).isEmpty();
    }

    @Test
    void a_whole_body_with_an_escape_that_is_none_is_refused_in_words() throws IOException {
        String answer = answer(HEAD + "Content-Length: 14\r\n\r\ngrant_type=%zz", _ -> {});

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"error\"");
        assertThat(faults.seen()).isEmpty();
    }

    private static String answer(String request, After after) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            after.sending(socket);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface After {
        void sending(Socket socket) throws IOException;
    }
}
