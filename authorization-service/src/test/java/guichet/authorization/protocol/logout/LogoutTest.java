package guichet.authorization.protocol.logout;

import static guichet.authorization.protocol.flow.Visit.path;
import static guichet.authorization.protocol.logout.LogoutVisit.GOODBYE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RpInitiatedLogout-2")
class LogoutTest {
    private final Visit visit = new Visit();
    private final String client = LogoutVisit.client("");

    @Inject LogoutVisit logout;
    @Inject PendingLogouts pending;
    @Inject TestClock clock;

    @BeforeEach
    void signIn() {
        LogoutVisit.signsIn(visit, client);
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    @Tag("RpInitiatedLogout-3")
    void who_brings_the_session_s_id_token_is_signed_out_and_returns_with_the_state() {
        Response back =
                asks(
                        Map.of(
                                "id_token_hint",
                                logout.idTokenAt(client),
                                "post_logout_redirect_uri",
                                GOODBYE,
                                "state",
                                "s 1&é"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo(GOODBYE + "?state=s+1%26%C3%A9");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    @Tag("RpInitiatedLogout-3")
    void an_address_with_parameters_keeps_them_and_without_state_gets_none() {
        Response back =
                asks(
                        Map.of(
                                "id_token_hint",
                                logout.idTokenAt(client),
                                "post_logout_redirect_uri",
                                "https://cine.example/bye?film=1"));

        assertThat(back.header("Location")).isEqualTo("https://cine.example/bye?film=1");
    }

    @Test
    void without_an_address_a_page_says_that_it_is_done() {
        Response page = asks(Map.of("id_token_hint", logout.idTokenAt(client), "state", "unused"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("You are signed out").doesNotContain("refresh");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void the_cookies_of_the_session_are_taken_away() {
        Response page = asks(Map.of("id_token_hint", logout.idTokenAt(client)));

        for (String name : new String[] {"guichet_session", "guichet_state"}) {
            assertThat(page.getDetailedCookie(name).getMaxAge()).isZero();
        }
    }

    @Test
    void without_a_hint_the_person_is_asked() {
        Response page = asks(Map.of());

        assertThat(page.asString()).contains("Sign out?", "Alice");
        assertThat(isSignedIn()).isTrue();
        assertThat(decides(page, "sign_out").asString()).contains("You are signed out");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void who_stays_is_signed_in_still() {
        Response page = decides(asks(Map.of()), "stay");

        assertThat(Visit.path(page)).isEqualTo("/account");
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    @Tag("RpInitiatedLogout-3")
    void an_application_that_only_says_who_it_is_has_whoever_goes_there_after_the_question() {
        Response page = asks(Map.of("client_id", client, "post_logout_redirect_uri", GOODBYE));
        assertThat(page.asString()).contains("Ciné Club");

        Response done = decides(page, "sign_out");

        assertThat(isSignedIn()).isFalse();
        leadsNowhereUnasked(done);
    }

    private static void leadsNowhereUnasked(Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        var html = Jsoup.parse(page.asString());
        assertThat(html.select("meta[http-equiv=refresh], script")).isEmpty();
        assertThat(html.expectFirst("a#continue").text()).isEqualTo("Continue to cine.example");
        assertThat(html.expectFirst("a#continue").attr("href")).isEqualTo(GOODBYE);
    }

    @Test
    @Tag("RpInitiatedLogout-3")
    void where_nobody_says_who_asks_nobody_is_sent_anywhere() {
        Response page = asks(Map.of("post_logout_redirect_uri", GOODBYE, "state", "s"));

        assertThat(page.asString()).contains("Sign out?");
        assertThat(decides(page, "sign_out").asString()).doesNotContain("cine.example");
    }

    @Test
    void the_id_token_of_another_session_does_not_spare_the_question() {
        var other = new Visit();
        visit.submits(
                visit.follows(visit.asks(Visit.request(LogoutVisit.client("")))),
                Map.of("decision", "allow"));
        String elsewhere = TokenNeighbour.idToken(client, "alice", UUID.randomUUID());

        Response page = asks(Map.of("id_token_hint", elsewhere, "client_id", client));

        assertThat(page.asString()).contains("Sign out?");
        assertThat(isSignedIn()).isTrue();
        assertThat(logout.isSignedIn(other, client)).isFalse();
    }

    @Test
    void the_page_is_in_the_language_that_the_application_asks_for() {
        Response page =
                asks(
                        Map.of(
                                "id_token_hint", logout.idTokenAt(client),
                                "logout_hint", "alice",
                                "ui_locales", "fr-CA fr en"));

        assertThat(page.asString()).contains("Vous êtes déconnecté");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cine.example/other",
                "https://cine.example/goodbye?added=1",
                "https://cine.example/goodbye/",
                "http://cine.example/goodbye",
                "https://cine.example/cb?tenant=1"
            })
    @Tag("RpInitiatedLogout-3")
    void an_address_that_is_not_registered_gets_a_page_and_nobody_is_signed_out(String address) {
        refuses(
                Map.of(
                        "id_token_hint",
                        logout.idTokenAt(client),
                        "post_logout_redirect_uri",
                        address,
                        "state",
                        "s"),
                "post_logout_redirect_uri");
    }

    @Test
    void a_token_that_is_not_ours_gets_a_page() {
        refuses(
                Map.of("id_token_hint", "a.b.c", "post_logout_redirect_uri", GOODBYE),
                "id_token_hint");
    }

    @Test
    void a_token_of_another_client_gets_a_page() {
        refuses(
                Map.of("id_token_hint", logout.idTokenAt(client), "client_id", "other"),
                "id_token_hint");
    }

    @Test
    void an_unknown_client_gets_a_page() {
        refuses(Map.of("client_id", "nobody-has-this"), "client_id");
    }

    @Test
    void while_token_service_is_away_nobody_is_told_that_the_token_is_wrong() {
        String idToken = logout.idTokenAt(client);
        try (var _ = TokenNeighbour.away()) {
            Response page = asks(Map.of("id_token_hint", idToken));

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.asString()).contains("try again");
        }
    }

    @Test
    void a_request_can_be_posted_from_our_own_site() {
        Response back =
                visit.browser()
                        .formParam("id_token_hint", logout.idTokenAt(client))
                        .formParam("post_logout_redirect_uri", GOODBYE)
                        .post("/logout");

        assertThat(back.header("Location")).isEqualTo(GOODBYE);
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void a_request_posted_from_another_site_goes_on_when_the_browser_brings_its_cookies() {
        Response redirect =
                given().redirects()
                        .follow(false)
                        .formParam("id_token_hint", logout.idTokenAt(client))
                        .formParam("post_logout_redirect_uri", GOODBYE)
                        .formParam("state", "s")
                        .post("/logout");

        assertThat(redirect.statusCode()).isEqualTo(303);
        assertThat(redirect.getDetailedCookies().asList()).isEmpty();
        Response back = visit.browser().urlEncodingEnabled(false).get(path(redirect));

        assertThat(back.header("Location")).isEqualTo(GOODBYE + "?state=s");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    @Tag("RFC9700-4.11.2")
    void who_is_not_signed_in_goes_on_or_not_where_nothing_proves_who_asks() {
        leadsNowhereUnasked(new Visit().browser().queryParams(leaving(client)).get("/logout"));
    }

    @Test
    void who_is_not_signed_in_any_more_returns_at_once_to_an_application_that_is_trusted() {
        var request = leaving(client);
        request.put("id_token_hint", logout.idTokenAt(client));

        Response back = new Visit().browser().queryParams(request).get("/logout");

        assertThat(back.header("Location")).isEqualTo(GOODBYE);
    }

    @Test
    @Tag("RFC9700-4.11.2")
    void whoever_registers_an_application_cannot_lead_others_there_by_an_id_token_of_their_own() {
        String stranger =
                RegistryNeighbour.client(
                        "\"standing\": \"self_registered\", " + LogoutVisit.members(""));
        var own = new Visit();
        LogoutVisit.signsIn(own, stranger);
        var request = leaving(stranger);
        request.put("id_token_hint", logout.idTokenAt(stranger));

        leadsNowhereUnasked(new Visit().browser().queryParams(request).get("/logout"));
        assertThat(own.browser().queryParams(request).get("/logout").header("Location"))
                .isEqualTo(GOODBYE);
    }

    @Test
    @Tag("RpInitiatedLogout-3")
    void who_leaves_twice_returns_at_once_both_times() {
        String stranger =
                RegistryNeighbour.client(
                        "\"standing\": \"self_registered\", " + LogoutVisit.members(""));
        var own = new Visit();
        LogoutVisit.signsIn(own, stranger);
        var request = leaving(stranger);
        request.put("id_token_hint", logout.idTokenAt(stranger));
        own.browser().queryParams(request).get("/logout");

        Response again = own.browser().queryParams(request).get("/logout");

        assertThat(again.header("Location")).isEqualTo(GOODBYE);
    }

    private static Map<String, String> leaving(String fromClient) {
        return new HashMap<>(Map.of("client_id", fromClient, "post_logout_redirect_uri", GOODBYE));
    }

    @Test
    void a_form_of_another_browser_signs_nobody_out() {
        Response page = asks(Map.of());
        var other = new Visit();
        LogoutVisit.signsIn(other, LogoutVisit.client(""));

        Response answer = other.submits(page, Map.of("decision", "sign_out"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("start again");
    }

    @Test
    void a_question_that_waited_half_an_hour_says_to_start_again_and_is_forgotten() {
        Response page = asks(Map.of());

        clock.pass(Duration.ofMinutes(31));

        assertThat(decides(page, "sign_out").statusCode()).isEqualTo(400);
        pending.forgetExpired();
        assertThat(pending.count()).isZero();
    }

    private void refuses(Map<String, String> parameters, String named) {
        Response page = asks(parameters);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.header("Location")).isNull();
        assertThat(page.asString()).contains(named);
        assertThat(isSignedIn()).isTrue();
    }

    private Response asks(Map<String, String> parameters) {
        return visit.browser().queryParams(parameters).get("/logout");
    }

    private Response decides(Response page, String decision) {
        return visit.submits(page, Map.of("decision", decision));
    }

    private boolean isSignedIn() {
        return logout.isSignedIn(visit, client);
    }
}
