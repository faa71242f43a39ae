package guichet.resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When keys are fetched, and what happens while the issuer is away or talks nonsense. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRefreshTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final CurrentTime time = new CurrentTime(clock);
    private TestApi api;
    private PublishedKeys keys;

    @BeforeEach
    void start() {
        TestIssuer.open();
        api = TestApi.with(TestSettings.USUAL, time);
        keys = api.keys();
        TestIssuer.forgetsWhoAsked();
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() {
        var next = TestIssuer.newKey("next");
        TestIssuer.publishes(TestIssuer.KEY, next);
        clock.pass(FIVE_SECONDS);

        var refusal = api.refusalOf(signedBy(next));

        assertThat(refusal).isEmpty();
        assertThat(TestIssuer.timesAsked()).isEqualTo(1);
    }

    /** The first key of an algorithm signs as soon as it is published. */
    @Test
    void a_new_key_is_fetched_right_after_a_recheck_that_did_not_find_it() {
        clock.pass(Duration.ofMinutes(31));
        keys.recheck();
        var next = TestIssuer.newKey("next");
        TestIssuer.publishes(TestIssuer.KEY, next);

        assertThat(api.refusalOf(signedBy(next, Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void tokens_that_arrive_together_share_the_fetch_of_the_new_key() throws Exception {
        var next = TestIssuer.newKey("next");
        TestIssuer.answers(aResponse().withBody(jwksOf(next)).withFixedDelay(300));
        clock.pass(FIVE_SECONDS);
        String token = signedBy(next);

        var refusals = together(40, () -> api.refusalOf(token));

        assertThat(refusals).allMatch(Optional::isEmpty);
        assertThat(TestIssuer.timesAsked()).isEqualTo(1);
    }

    @Test
    void a_flood_of_invented_keys_is_one_question_in_five_seconds() throws Exception {
        clock.stand(); // making so many keys takes seconds on a busy machine
        clock.pass(FIVE_SECONDS);

        var flood = together(200, () -> api.refusalOf(signedBy(TestIssuer.newKey(random()))));
        clock.pass(Duration.ofSeconds(4));
        api.refusalOf(signedBy(TestIssuer.newKey(random())));

        assertThat(flood).allMatch(Optional.of(Reason.TOKEN_KEY_UNKNOWN)::equals);
        assertThat(TestIssuer.timesAsked()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        api.refusalOf(signedBy(TestIssuer.newKey(random())));
        assertThat(TestIssuer.timesAsked()).isEqualTo(2);
    }

    @Test
    @Timeout(20)
    void a_known_key_never_waits_for_a_question_under_way() throws Exception {
        TestIssuer.answers(aResponse().withBody("{}").withFixedDelay(10_000));
        clock.pass(FIVE_SECONDS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stuck = threads.submit(() -> api.refusalOf(signedBy(TestIssuer.newKey("x"))));

            var refusal = api.refusalOf(signedBy(TestIssuer.KEY));

            assertThat(refusal).isEmpty();
            assertThat(stuck.isDone()).isFalse();
            assertThat(stuck.get()).contains(Reason.TOKEN_KEY_UNKNOWN);
        }
    }

    @Test
    @Timeout(20)
    void an_answer_that_drips_is_not_waited_for() {
        TestIssuer.answers(
                aResponse().withBody("x".repeat(50)).withChunkedDribbleDelay(50, 60_000));
        clock.pass(FIVE_SECONDS);

        var refusal = api.refusalOf(signedBy(TestIssuer.newKey("x")));

        assertThat(refusal).contains(Reason.TOKEN_KEY_UNKNOWN);
    }

    @Test
    void while_the_issuer_is_away_the_keys_go_on_serving() {
        TestIssuer.goesAway();
        for (int hour = 0; hour < 24; hour++) {
            clock.pass(Duration.ofHours(1));
            keys.recheck();
        }

        assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofDays(2)))).isEmpty();
        assertThat(TestIssuer.timesAsked()).isGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"keys\"",
                "{\"keys\":[]}",
                "{\"keys\":7}",
                "{\"keys\":[7]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"x\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"AAAA\"}]}",
                "<html>",
                "\u0000"
            })
    void nonsense_replaces_no_key(String nonsense) {
        TestIssuer.answers(aResponse().withBody(nonsense));
        clock.pass(Duration.ofHours(1));
        keys.recheck();

        assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofHours(2)))).isEmpty();
        assertThat(TestIssuer.timesAsked()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_too_large_or_no_success_replaces_no_key() {
        String jwks = jwksOf(TestIssuer.newKey("next"));
        for (var answer :
                Stream.of(
                                aResponse().withBody(jwks + " ".repeat(100_000)),
                                aResponse().withStatus(500).withBody(jwks),
                                aResponse().withStatus(302).withHeader("Location", "/elsewhere"))
                        .toList()) {
            TestIssuer.answers(answer);
            clock.pass(Duration.ofHours(1));
            keys.recheck();

            assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofDays(1)))).isEmpty();
        }
    }

    @Test
    void a_key_that_cannot_be_read_leaves_the_others() {
        String jwks = jwksOf(TestIssuer.newKey("next"));
        TestIssuer.answers(
                aResponse().withBody(jwks.replace("[", "[{\"kty\":\"later\",\"kid\":\"y\"},")));
        clock.pass(Duration.ofHours(1));
        keys.recheck();

        assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofHours(2))))
                .contains(Reason.TOKEN_KEY_UNKNOWN);
    }

    @Test
    void a_withdrawn_key_is_no_longer_taken() {
        TestIssuer.publishes(TestIssuer.newKey("next"));
        clock.pass(Duration.ofHours(1));
        keys.recheck();

        assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofHours(2))))
                .contains(Reason.TOKEN_KEY_UNKNOWN);
    }

    @Test
    void a_start_without_the_issuer_succeeds_and_the_keys_come_later() {
        TestIssuer.goesAway();

        var late = TestApi.with(TestSettings.USUAL, time);

        assertThat(late.refusalOf(signedBy(TestIssuer.KEY))).contains(Reason.KEYS_NOT_HERE);
        assertThat(new KeysPresent(late.keys()).call().getStatus()).hasToString("DOWN");

        TestIssuer.publishes(TestIssuer.KEY);
        clock.pass(Duration.ofSeconds(1));
        late.keys().recheck();
        assertThat(late.refusalOf(signedBy(TestIssuer.KEY))).isEmpty();
        assertThat(new KeysPresent(late.keys()).call().getStatus()).hasToString("UP");
    }

    @Test
    void keys_are_rechecked_as_often_as_was_set() {
        clock.stand();
        clock.pass(FIVE_SECONDS);
        keys.recheck();

        assertThat(asksAgainAfter(4)).isFalse();
        assertThat(asksAgainAfter(1)).isTrue();
    }

    @Test
    @Tag("RFC9110-13.1.2")
    void keys_that_have_not_changed_are_not_sent_again() {
        TestIssuer.answers(
                aResponse().withHeader("ETag", "\"1\"").withBody(jwksOf(TestIssuer.KEY)));
        clock.pass(Duration.ofHours(1));
        keys.recheck();
        TestIssuer.answersTo("\"1\"", aResponse().withStatus(304));
        clock.stand();

        clock.pass(Duration.ofHours(1));
        keys.recheck();

        assertThat(api.refusalOf(signedBy(TestIssuer.KEY, Duration.ofHours(3)))).isEmpty();
        assertThat(asksAgainAfter(4)).isFalse();
        assertThat(asksAgainAfter(1)).isTrue();
    }

    private boolean asksAgainAfter(int seconds) {
        TestIssuer.forgetsWhoAsked();
        clock.pass(Duration.ofSeconds(seconds));
        keys.recheck();
        return TestIssuer.timesAsked() > 0;
    }

    private static String jwksOf(EllipticCurveJsonWebKey key) {
        return new JsonWebKeySet(key).toJson();
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    private static String signedBy(EllipticCurveJsonWebKey key) {
        return signedBy(key, Duration.ofMinutes(10));
    }

    private static String signedBy(EllipticCurveJsonWebKey key, Duration lifetime) {
        return TestToken.forApi(TestSettings.BOX)
                .at("exp", Instant.now().plus(lifetime))
                .signedBy(key)
                .signed();
    }

    private static Stream<Optional<Reason>> together(int times, Callable<Optional<Reason>> call)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(Future::resultNow);
        }
    }
}
