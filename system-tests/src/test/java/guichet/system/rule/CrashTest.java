package guichet.system.rule;

import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.OpaqueToken;
import guichet.system.actor.Application;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** What survives a power cut at the worst moment. */
@DisturbsStack
class CrashTest {
    private final Suite stack;

    CrashTest(Suite stack) {
        this.stack = stack;
    }

    /** Spent in the database, its answer never read: the client can only ask again. */
    @RepeatedTest(3)
    @Tag("RFC9700-4.14.2")
    @Timeout(60)
    void token_service_killed_between_commit_and_answer_loses_no_session() throws Exception {
        Application console =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Console", "grant_types": ["password", "refresh_token"]}\
                                """);
        String token = console.usesPassword("bob", "bob-opens-the-door").refreshToken();

        try (var _ = refreshWithoutReading(console, token)) {
            awaitSpent(token);
            stack.stack().kill(TOKEN);
        }
        long start = System.nanoTime();
        stack.start(TOKEN);
        System.out.printf(
                "measured: token-service killed and ready again in %d ms%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis());

        var repeated = console.refreshes(token);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(console.refreshes(repeated.refreshToken()).status()).isEqualTo(200);
    }

    private Socket refreshWithoutReading(Application console, String token) throws IOException {
        String body =
                "grant_type=refresh_token&refresh_token=%s&client_id=%s&client_secret=%s"
                        .formatted(
                                encoded(token),
                                encoded(console.clientId()),
                                encoded(console.clientSecret().orElseThrow()));
        String request =
                """
                POST /token HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(body.length(), body);
        int port = Integer.parseInt(own().get("QUARKUS_HTTP_PORT"));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private void awaitSpent(String token) throws SQLException, InterruptedException {
        String spent =
                "select count(*) from refresh_token where sha256 = ? and spent_at is not null";
        try (Connection database = database();
                var question = database.prepareStatement(spent)) {
            question.setString(1, OpaqueToken.of(token).sha256());
            while (!isPositive(question)) {
                Thread.sleep(1);
            }
        }
    }

    private static boolean isPositive(PreparedStatement question) throws SQLException {
        try (var answer = question.executeQuery()) {
            answer.next();
            return answer.getLong(1) > 0;
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                own().get("GUICHET_DATABASE_URL"),
                own().get("GUICHET_DATABASE_USERNAME"),
                own().get("GUICHET_DATABASE_PASSWORD"));
    }

    private Map<String, String> own() {
        return stack.stack().environment(TOKEN);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
