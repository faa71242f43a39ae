package guichet.resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import guichet.resource.Verification.Invalid;
import guichet.resource.Verification.Unavailable;
import guichet.resource.Verification.Verified;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How an API sees, offline, that the grant behind a token has ended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantStatusTest {
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int LIST = 3;
    private static final int PLACE = 70_001;

    private final TestClock clock = new TestClock();
    private TestApi api;

    @BeforeEach
    void start() {
        TestIssuer.open();
        TestIssuer.publishes(LIST, TestStatusList.of(LIST));
        api = TestApi.with(TestSettings.USUAL, new CurrentTime(clock));
        TestIssuer.forgetsWhoAsked();
    }

    @Test
    @Tag("StatusList-8.3")
    void a_token_whose_grant_stands_is_taken() {
        assertThat(verify(token())).isInstanceOf(Verified.class);
    }

    @Test
    @Tag("StatusList-8.3")
    void a_token_whose_grant_had_ended_before_it_came_is_refused() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));

        assertThat(verify(token())).isEqualTo(new Invalid(TokenFault.GRANT_ENDED));
    }

    @Test
    void the_neighbours_of_an_ended_grant_go_on() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE - 1, PLACE + 1));

        assertThat(verify(token())).isInstanceOf(Verified.class);
    }

    @Test
    void a_grant_that_ends_is_seen_at_the_next_poll() {
        verify(token());
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));

        pollAfter(POLL);

        assertThat(verify(token())).isInstanceOf(Invalid.class);
    }

    @Test
    void validating_asks_nobody_once_the_list_is_here() {
        verify(token());
        TestIssuer.forgetsWhoAsked();

        verify(token());
        verify(token());

        assertThat(TestIssuer.timesAnswered(LIST, 200)).isZero();
    }

    @Test
    @Tag("RFC9110-13.1.2")
    void an_unchanged_list_is_not_sent_again() {
        verify(token());

        pollAfter(POLL);
        pollAfter(POLL);

        assertThat(TestIssuer.timesAnswered(LIST, 200)).isEqualTo(1);
        assertThat(TestIssuer.timesAnswered(LIST, 304)).isEqualTo(2);
    }

    @Test
    void a_list_is_forgotten_when_the_last_token_that_named_it_has_expired() {
        verify(token());
        TestIssuer.forgetsWhoAsked();

        pollAfter(Duration.ofMinutes(11));

        assertThat(TestIssuer.timesAnswered(LIST, 304)).isZero();
    }

    @Test
    void during_an_outage_good_tokens_are_taken_for_the_time_that_was_set() {
        verify(token());
        TestIssuer.answers(LIST, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        pollAfter(Duration.ofMinutes(10));
        assertThat(verify(longToken())).isInstanceOf(Verified.class);

        pollAfter(Duration.ofSeconds(11));
        assertThat(verify(longToken())).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_grant_that_had_ended_stays_so_through_an_outage() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));
        verify(longToken());
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        pollAfter(Duration.ofHours(1));

        assertThat(verify(longToken())).isInstanceOf(Invalid.class);
    }

    @Test
    void without_tolerance_an_outage_is_two_polls_long() {
        api = TestApi.with(TestSettings.USUAL.withOutage(Duration.ZERO), new CurrentTime(clock));
        verify(longToken());
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        pollAfter(Duration.ofSeconds(9));
        assertThat(verify(longToken())).isInstanceOf(Verified.class);

        pollAfter(Duration.ofSeconds(2));
        assertThat(verify(longToken())).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_token_that_was_just_issued_needs_no_list() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        assertThat(verify(token())).isInstanceOf(Verified.class);
    }

    @Test
    void an_older_token_waits_for_the_first_list() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));
        clock.pass(Duration.ofMinutes(11));

        assertThat(verify(longToken())).isInstanceOf(Unavailable.class);

        TestIssuer.publishes(LIST, TestStatusList.of(LIST));
        clock.pass(POLL);
        assertThat(verify(longToken())).isInstanceOf(Verified.class);
    }

    @Test
    void an_unseen_list_that_is_away_is_asked_for_once_in_a_poll() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));
        clock.stand();

        verify(token());
        verify(token());
        verify(token());

        assertThat(TestIssuer.timesAnswered(LIST, 503)).isEqualTo(1);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("another type", list -> list.type("jwt")),
                forged("another list", list -> list.subject(TestIssuer.list(LIST + 1))),
                forged("a stranger's key", list -> list.signedBy(TestIssuer.newKey("the-key"))),
                forged("expired", list -> list.at("exp", Instant.now().minusSeconds(60))),
                forged("never expires", list -> list.without("exp")),
                forged("no list", list -> list.without("status_list")),
                forged(
                        "three bits",
                        list ->
                                list.with(
                                        "status_list",
                                        list(3, "eNrtwYEAAAAAw6D7Ux_gAAAAAAAAAAAA"))),
                forged("not base64", list -> list.with("status_list", list(1, "%%%"))),
                forged("not zlib", list -> list.with("status_list", list(1, "AAAA"))));
    }

    private static Map<String, Object> list(int bits, String lst) {
        return Map.of("bits", bits, "lst", lst);
    }

    private static Arguments forged(String how, Consumer<TestToken> change) {
        return Arguments.of(how, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @Tag("StatusList-8.3")
    void a_list_that_the_issuer_did_not_sign_so_changes_nothing(
            String how, Consumer<TestToken> change) {
        verify(token());
        var forged = TestStatusList.of(LIST, PLACE);
        change.accept(forged.token());
        TestIssuer.publishes(LIST, forged);

        pollAfter(POLL);

        assertThat(verify(token())).isInstanceOf(Verified.class);
        assertThat(TestIssuer.timesAnswered(LIST, 200)).isEqualTo(2);
    }

    @Test
    @Tag("StatusList-8.3")
    void a_position_beyond_the_list_is_refused() {
        assertThat(verify(token(LIST, 131_072))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_list_elsewhere_is_not_asked_for() {
        var elsewhere = Map.of("idx", 1, "uri", "https://elsewhere.example/status-lists/1");

        assertThat(verify(usual().with("status", Map.of("status_list", elsewhere))))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_status_is_refused(Object status) {
        assertThat(verify(usual().with("status", status)))
                .isEqualTo(new Invalid(TokenFault.MALFORMED_CLAIM));
    }

    static Stream<Object> malformed() {
        return Stream.of(
                "revoked",
                Map.of(),
                Map.of("status_list", "x"),
                Map.of("status_list", Map.of("idx", 1)),
                Map.of("status_list", Map.of("idx", -1, "uri", TestIssuer.list(LIST))),
                Map.of("status_list", Map.of("idx", "1", "uri", TestIssuer.list(LIST))));
    }

    @Test
    void a_token_without_a_status_is_judged_by_its_other_claims() {
        assertThat(verify(usual())).isInstanceOf(Verified.class);
    }

    private void pollAfter(Duration pause) {
        clock.pass(pause);
        api.statuses().poll().join();
    }

    private Verification verify(TestToken token) {
        return api.verifier().verify(token.signed());
    }

    private static TestToken token() {
        return token(LIST, PLACE);
    }

    private static TestToken longToken() {
        return token().at("exp", Instant.now().plus(Duration.ofDays(1)));
    }

    private static TestToken token(int list, int place) {
        var reference = Map.of("idx", place, "uri", TestIssuer.list(list));
        return usual().with("status", Map.of("status_list", reference));
    }

    private static TestToken usual() {
        return TestToken.forApi(TestSettings.BOX);
    }
}
