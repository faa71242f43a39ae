package guichet.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that repeat a refresh all at once, as tabs, retries and clusters do. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.14.2")
class RefreshRaceTest {
    private static final int CLIENTS = 20;
    private static final int REPEATS = 50;

    @Test
    void twenty_clients_that_repeat_a_refresh_fifty_times_get_one_successor_each()
            throws Exception {
        long start = System.nanoTime();
        int refreshes = 0;
        for (int i = 0; i < CLIENTS; i++) {
            String client = Neighbours.client();
            String first = TokenCall.refreshToken(client);

            Set<String> successors = repeated(client, first);

            assertThat(successors).hasSize(1);
            refreshes += REPEATS;
            TokenCall.refresh(client, successors.iterator().next()).statusCode(200);
        }
        System.out.printf(
                "measured: %d clients repeated a refresh %d times at once: one successor"
                        + " each, nobody logged out, %d refreshes in %d ms%n",
                CLIENTS,
                REPEATS,
                refreshes,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @Test
    void a_stolen_older_token_is_caught_every_time() {
        for (int i = 0; i < CLIENTS; i++) {
            String client = Neighbours.client();
            String stolen = TokenCall.refreshToken(client);
            String second = TokenCall.refresh(client, stolen).extract().path("refresh_token");
            String third = TokenCall.refresh(client, second).extract().path("refresh_token");

            TokenCall.refresh(client, stolen).statusCode(400);

            TokenCall.refresh(client, third).statusCode(400);
        }
    }

    private static Set<String> repeated(String client, String refreshToken) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers =
                    IntStream.range(0, REPEATS)
                            .mapToObj(_ -> threads.submit(() -> successor(client, refreshToken)))
                            .toList();
            var successors = new HashSet<String>();
            for (var answer : answers) {
                successors.add(answer.get());
            }
            return successors;
        }
    }

    private static String successor(String client, String refreshToken) {
        return TokenCall.refresh(client, refreshToken)
                .statusCode(200)
                .extract()
                .path("refresh_token");
    }
}
