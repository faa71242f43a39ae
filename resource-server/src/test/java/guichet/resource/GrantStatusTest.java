package guichet.resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
        assertThat(refusalOf(token())).isEmpty();
    }

    @Test
    @Tag("StatusList-8.3")
    void a_token_whose_grant_had_ended_before_it_came_is_refused() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));

        assertThat(refusalOf(token())).contains(Reason.GRANT_ENDED);
    }

    @Test
    void the_neighbours_of_an_ended_grant_go_on() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE - 1, PLACE + 1));

        assertThat(refusalOf(token())).isEmpty();
    }

    @Test
    void a_grant_that_ends_is_seen_at_the_next_poll() {
        refusalOf(token());
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));

        pollAfter(POLL);

        assertThat(refusalOf(token())).contains(Reason.GRANT_ENDED);
    }

    @Test
    void validating_asks_nobody_once_the_list_is_here() {
        refusalOf(token());
        TestIssuer.forgetsWhoAsked();

        refusalOf(token());
        refusalOf(token());

        assertThat(TestIssuer.timesAnswered(LIST, 200)).isZero();
    }

    @Test
    @Tag("RFC9110-13.1.2")
    void an_unchanged_list_is_not_sent_again() {
        refusalOf(token());

        pollAfter(POLL);
        pollAfter(POLL);

        assertThat(TestIssuer.timesAnswered(LIST, 200)).isEqualTo(1);
        assertThat(TestIssuer.timesAnswered(LIST, 304)).isEqualTo(2);
    }

    @Test
    void a_list_is_forgotten_when_the_last_token_that_named_it_has_expired() {
        refusalOf(token());
        TestIssuer.forgetsWhoAsked();

        pollAfter(Duration.ofMinutes(11));

        assertThat(TestIssuer.timesAnswered(LIST, 304)).isZero();
    }

    @Test
    void during_an_outage_good_tokens_are_taken_for_the_time_that_was_set() {
        refusalOf(token());
        TestIssuer.answers(LIST, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        pollAfter(Duration.ofMinutes(10));
        assertThat(refusalOf(longToken())).isEmpty();

        pollAfter(Duration.ofSeconds(11));
        assertThat(refusalOf(longToken())).contains(Reason.STATUS_NOT_HERE);
    }

    @Test
    void a_grant_that_had_ended_stays_so_through_an_outage() {
        TestIssuer.publishes(LIST, TestStatusList.of(LIST, PLACE));
        refusalOf(longToken());
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        pollAfter(Duration.ofHours(1));

        assertThat(refusalOf(longToken())).contains(Reason.GRANT_ENDED);
    }

    @Test
    void without_tolerance_an_outage_is_two_polls_long() {
        api = TestApi.with(TestSettings.USUAL.withOutage(Duration.ZERO), new CurrentTime(clock));
        refusalOf(longToken());
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        pollAfter(Duration.ofSeconds(9));
        assertThat(refusalOf(longToken())).isEmpty();

        pollAfter(Duration.ofSeconds(2));
        assertThat(refusalOf(longToken())).contains(Reason.STATUS_NOT_HERE);
    }

    @Test
    void a_token_that_was_just_issued_needs_no_list() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));

        assertThat(refusalOf(token())).isEmpty();
    }

    @Test
    void an_older_token_waits_for_the_first_list() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));
        clock.pass(Duration.ofMinutes(11));

        assertThat(refusalOf(longToken())).contains(Reason.STATUS_NOT_HERE);

        TestIssuer.publishes(LIST, TestStatusList.of(LIST));
        clock.pass(POLL);
        assertThat(refusalOf(longToken())).isEmpty();
    }

    @Test
    void an_unseen_list_that_is_away_is_asked_for_once_in_a_poll() {
        TestIssuer.answers(LIST, aResponse().withStatus(503));
        clock.stand();

        refusalOf(token());
        refusalOf(token());
        refusalOf(token());

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
        refusalOf(token());
        var forged = TestStatusList.of(LIST, PLACE);
        change.accept(forged.token());
        TestIssuer.publishes(LIST, forged);

        pollAfter(POLL);

        assertThat(refusalOf(token())).isEmpty();
        assertThat(TestIssuer.timesAnswered(LIST, 200)).isEqualTo(2);
    }

    @Test
    @Tag("StatusList-8.3")
    void a_position_beyond_the_list_is_refused() {
        assertThat(refusalOf(token(LIST, 131_072))).contains(Reason.GRANT_ENDED);
    }

    @Test
    void a_list_elsewhere_is_not_asked_for() {
        var elsewhere = Map.of("idx", 1, "uri", "https://elsewhere.example/status-lists/1");

        assertThat(refusalOf(usual().with("status", Map.of("status_list", elsewhere))))
                .contains(Reason.STATUS_NOT_HERE);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_status_is_refused(Object status) {
        assertThat(refusalOf(usual().with("status", status))).contains(Reason.TOKEN_MALFORMED);
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
        assertThat(refusalOf(usual())).isEmpty();
    }

    private void pollAfter(Duration pause) {
        clock.pass(pause);
        api.statuses().poll().join();
    }

    private Optional<Reason> refusalOf(TestToken token) {
        return api.refusalOf(token.signed());
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
