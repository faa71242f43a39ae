package guichet.token.refresh;

import static guichet.token.request.TokenCall.refresh;
import static guichet.token.request.TokenCall.refreshToken;
import static guichet.token.request.TokenCall.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-6")
class RefreshTokenTest {
    private final TestClock clock;
    private final RefreshTokens tokens;
    private final RefreshTokenRows rows;

    RefreshTokenTest(TestClock clock, RefreshTokens tokens, RefreshTokenRows rows) {
        this.clock = clock;
        this.tokens = tokens;
        this.rows = rows;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void each_use_yields_a_successor() {
        String client = Neighbours.client();
        String first = refreshToken(client);

        String second = refresh(client, first).statusCode(200).extract().path("refresh_token");

        assertThat(second).startsWith("grt_").isNotEqualTo(first);
        refresh(client, second).statusCode(200);
    }

    /** The answer came late, or never. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT30S", "PT9M"})
    void a_repeat_gets_the_same_successor_while_that_is_unused(Duration late) {
        String client = Neighbours.client();
        String first = refreshToken(client);

        String one = refresh(client, first).extract().path("refresh_token");
        clock.pass(late);
        String other = refresh(client, first).statusCode(200).extract().path("refresh_token");

        assertThat(other).isEqualTo(one);
        refresh(client, other).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT30S", "PT9M"})
    @Tag("RFC9700-4.14.2")
    void a_repeat_after_the_successor_was_used_ends_the_grant(Duration late) {
        String client = Neighbours.client();
        String first = refreshToken(client);
        String second = refresh(client, first).extract().path("refresh_token");
        String third = refresh(client, second).extract().path("refresh_token");

        clock.pass(late);

        refresh(client, first).statusCode(400).body("error", equalTo("invalid_grant"));
        refresh(client, third).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    @Tag("RFC9700-4.14.2")
    void a_repeat_after_the_retry_window_ends_the_grant() {
        String client = Neighbours.client();
        String first = refreshToken(client);
        String second = refresh(client, first).extract().path("refresh_token");

        clock.pass(Duration.ofMinutes(11));

        refresh(client, first).statusCode(400).body("error", equalTo("invalid_grant"));
        refresh(client, second).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_hundred_racing_repeats_get_one_successor_and_nobody_is_logged_out() throws Exception {
        String client = Neighbours.client();
        String first = refreshToken(client);
        Callable<String> repeat =
                () -> refresh(client, first).statusCode(200).extract().path("refresh_token");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 100).mapToObj(_ -> repeat).toList();
            var successors =
                    racers.invokeAll(calls).stream()
                            .map(future -> future.resultNow())
                            .collect(Collectors.toSet());

            assertThat(successors).hasSize(1);
            refresh(client, successors.iterator().next()).statusCode(200);
        }
    }

    @Test
    void another_clients_token_is_refused_and_stays_good() {
        String client = Neighbours.client();
        String token = refreshToken(client);

        refresh(Neighbours.client(), token).statusCode(400);

        refresh(client, token).statusCode(200);
    }

    @Test
    void less_scope_may_be_asked_and_all_of_it_again_later() {
        String client = Neighbours.client();
        String first = refreshToken(client);

        var less = withSecret(client, with(first, "scope", "movies:read"));
        String second = less.body("scope", equalTo("movies:read")).extract().path("refresh_token");

        refresh(client, second).body("scope", equalTo("movies:read movies:write"));
    }

    @Test
    void more_scope_is_refused_and_the_token_stays_good() {
        String client = Neighbours.client();
        String first = refreshToken(client);

        withSecret(client, with(first, "scope", "movies:read stats:read"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));

        clock.pass(Duration.ofMinutes(11));
        refresh(client, first).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8099", "https://elsewhere.example"})
    @Tag("RFC8707-2.2")
    void an_api_that_the_grant_is_not_for_is_refused_and_the_token_stays_good(String resource) {
        String client = Neighbours.client();
        String first = refreshToken(client);

        withSecret(client, with(first, "resource", resource))
                .statusCode(400)
                .body("error", equalTo("invalid_target"));

        clock.pass(Duration.ofMinutes(11));
        refresh(client, first).statusCode(200);
    }

    @Test
    @Tag("RFC9700-4.14.2")
    void an_older_token_is_a_theft_whatever_else_is_wrong_with_the_request() {
        String client = Neighbours.client();
        String first = refreshToken(client);
        String second = refresh(client, first).extract().path("refresh_token");
        String third = refresh(client, second).extract().path("refresh_token");

        withSecret(client, with(first, "scope", "stats:read")).statusCode(400);

        refresh(client, third).statusCode(400);
    }

    @Test
    void an_idle_token_dies() {
        String client = Neighbours.client();
        String first = refreshToken(client);

        clock.pass(Duration.ofDays(31));

        refresh(client, first).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void what_lay_idle_too_long_is_forgotten_and_the_rest_kept() {
        String client = Neighbours.client();
        String first = refreshToken(client);
        clock.pass(Duration.ofDays(20));
        String second = refresh(client, first).extract().path("refresh_token");

        clock.pass(Duration.ofDays(11));
        tokens.forgetIdle();

        assertThat(rows.findByIdOptional(OpaqueToken.of(first).sha256())).isEmpty();
        refresh(client, second).statusCode(200);
    }

    @Test
    void a_grant_has_two_rows_however_often_it_is_refreshed() {
        String client = Neighbours.client();
        String token = refreshToken(client);

        String last = refreshed(client, token, 20);

        UUID grant = rows.findById(OpaqueToken.of(last).sha256()).grantId;
        assertThat(rows.count("grantId", grant)).isEqualTo(2);
        refresh(client, last).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT11M", "P29D"})
    @Tag("RFC9700-4.14.2")
    void a_token_whose_row_is_gone_is_a_theft_all_the_same(Duration late) {
        String client = Neighbours.client();
        String first = refreshToken(client);
        String last = refreshed(client, first, 5);
        assertThat(rows.findByIdOptional(OpaqueToken.of(first).sha256())).isEmpty();

        clock.pass(late);
        refresh(client, first).statusCode(400).body("error", equalTo("invalid_grant"));

        refresh(client, last).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_token_whose_row_is_gone_tells_another_client_nothing_and_ends_nothing() {
        String client = Neighbours.client();
        String first = refreshToken(client);
        String last = refreshed(client, first, 5);

        refresh(Neighbours.client(), first).statusCode(400);

        refresh(client, last).statusCode(200);
    }

    @Test
    void a_repeat_of_the_last_of_many_refreshes_gets_the_same_successor() {
        String client = Neighbours.client();
        String fourth = refreshed(client, refreshToken(client), 4);
        String one = refresh(client, fourth).extract().path("refresh_token");

        clock.pass(Duration.ofMinutes(9));

        refresh(client, fourth).statusCode(200).body("refresh_token", equalTo(one));
    }

    /** Nobody else had it: there is nothing to end, and nothing to tell. */
    @Test
    void a_token_that_lay_idle_and_is_forgotten_is_no_theft() {
        String client = Neighbours.client();
        var last = OpaqueToken.of(refreshed(client, refreshToken(client), 3));

        clock.pass(Duration.ofDays(31));
        tokens.forgetIdle();

        assertThat(tokens.rotate(client, last, UnaryOperator.identity()))
                .isInstanceOf(Rotation.Refused.class);
    }

    @Test
    void a_token_that_somebody_made_up_ends_nothing() {
        String client = Neighbours.client();
        String last = refreshed(client, refreshToken(client), 3);
        byte[] bits = OpaqueToken.of(last).bits(TokenKind.REFRESH_TOKEN).orElseThrow();
        bits[0]++;

        refresh(client, OpaqueToken.derived(TokenKind.REFRESH_TOKEN, bits).reveal())
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));

        refresh(client, last).statusCode(200);
    }

    private static String refreshed(String client, String token, int times) {
        String last = token;
        for (int time = 0; time < times; time++) {
            last = refresh(client, last).statusCode(200).extract().path("refresh_token");
        }
        return last;
    }

    @Test
    void refreshing_does_not_move_the_end_of_the_grant() {
        String client = Neighbours.client();
        String token = refreshToken(client);
        for (int month = 0; month < 3; month++) {
            clock.pass(Duration.ofDays(29));
            token = refresh(client, token).statusCode(200).extract().path("refresh_token");
        }

        clock.pass(Duration.ofDays(4));

        refresh(client, token).statusCode(400);
    }

    private static Map<String, String> with(String refreshToken, String name, String value) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, name, value);
    }

    @Test
    void a_client_that_registered_so_keeps_its_token() {
        String client = Neighbours.steadyClient();
        String token = refreshToken(client);

        for (int time = 0; time < 3; time++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(
                            refresh(client, token)
                                    .statusCode(200)
                                    .extract()
                                    .<String>path("refresh_token"))
                    .isEqualTo(token);
        }
    }

    @Test
    void each_use_of_a_kept_token_begins_its_idle_time_anew() {
        String client = Neighbours.steadyClient();
        String token = refreshToken(client);

        clock.pass(Duration.ofDays(20));
        refresh(client, token).statusCode(200);
        clock.pass(Duration.ofDays(20));
        refresh(client, token).statusCode(200);
        clock.pass(Duration.ofDays(31));

        refresh(client, token).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_kept_token_is_no_use_to_another_client() {
        String token = refreshToken(Neighbours.steadyClient());

        refresh(Neighbours.steadyClient(), token).statusCode(400);
    }
}
