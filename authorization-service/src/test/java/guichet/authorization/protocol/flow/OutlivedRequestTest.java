package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static guichet.kit.internal.InternalCalls.internally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import guichet.registryclient.RegistryAnswers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that wait for a person while what they ask for goes, or becomes something else. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.3")
class OutlivedRequestTest {
    private static final String SCOPE = "openid email movies:read loft:read";

    /** Longer than an answer of the registry is kept. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /** Answers of the registry are kept by the clock: it goes further than in any test before. */
    private static Duration ahead = Duration.ofMinutes(20);

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client(scope(SCOPE));

    private final TestClock clock;
    private final Consents consents;
    private final People people;

    OutlivedRequestTest(TestClock clock, Consents consents, People people) {
        this.clock = clock;
        this.consents = consents;
        this.people = people;
    }

    @BeforeEach
    void offerTheLoft() {
        offers(loft("See the loft", Instant.EPOCH));
    }

    @AfterEach
    void offerWhatTheOthersKnow() {
        offers("");
        visit.asks(request(client));
        clock.reset();
    }

    @Test
    void an_approval_of_the_words_of_one_api_is_none_for_another() {
        Response page = visit.reachesConsent(asking("loft:read"));
        assertThat(page.asString()).contains("See the loft");

        offers(loft("Let the loft", clock.instant()));

        assertThatItIsRefused(visit.submits(page, Map.of("decision", "allow")));
    }

    @Test
    void what_nobody_offers_any_more_is_not_granted() {
        Response page = visit.reachesConsent(asking("loft:read"));

        offers("");

        assertThatItIsRefused(visit.submits(page, Map.of("decision", "allow")));
    }

    @Test
    void what_was_remembered_is_not_granted_either() {
        visit.authorizes(asking("loft:read"));
        visit.isSignedOut();
        Response login = visit.follows(visit.asks(asking("loft:read")));

        offers(loft("Let the loft", clock.instant()));

        assertThat(parameter(visit.signsIn(login), "error")).isEqualTo("invalid_scope");
    }

    @Test
    void what_the_client_is_registered_for_no_more_is_not_granted() {
        Response page = visit.reachesConsent(asking("loft:read"));

        RegistryNeighbour.hasRegistered(client, scope("openid movies:read"));
        passes();

        assertThatItIsRefused(visit.submits(page, Map.of("decision", "allow")));
    }

    @Test
    @Tag("OIDCC-5.5")
    void nor_is_a_claim_of_a_scope_that_it_is_registered_for_no_more() {
        var parameters = asking("openid movies:read");
        parameters.put("claims", "{\"userinfo\": {\"email\": null}}");
        Response page = visit.reachesConsent(parameters);

        RegistryNeighbour.hasRegistered(client, scope("openid movies:read"));
        passes();

        assertThatItIsRefused(visit.submits(page, Map.of("decision", "allow")));
    }

    @Test
    @Tag("RFC6749-4.1.3")
    void a_code_that_was_given_for_it_before_yields_nothing_for_what_it_became() {
        String code = parameter(visit.authorizes(asking("loft:read")), "code");

        RegistryNeighbour.offers(loft("Let the loft", clock.instant()));
        clock.pass(RegistryAnswers.FRESH.plusSeconds(1)); // well within the life of a code

        redeem(code)
                .body("outcome", equalTo("untouched"))
                .body("reason", equalTo("scope-not-granted"));
    }

    private ValidatableResponse redeem(String code) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .contentType("application/json")
                .body(
                        Map.of(
                                "code",
                                code,
                                "client_id",
                                client,
                                "redirect_uri",
                                RegistryNeighbour.REDIRECT_URI,
                                "code_verifier",
                                Visit.VERIFIER))
                .post("/internal/codes/redeem")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_as_it_was_is_granted_however_long_the_person_thinks() {
        Response page = visit.reachesConsent(asking("loft:read"));

        passes();

        assertThat(parameter(visit.submits(page, Map.of("decision", "allow")), "code"))
                .startsWith("gac_");
    }

    @Test
    void what_comes_on_offer_later_cannot_be_asked_for_yet() {
        Instant soon = clock.instant().plus(STEP).plus(RegistryAnswers.FRESH);
        offers(loft("Let the loft", soon));
        assertThat(parameter(visit.asks(asking("loft:read")), "error")).isEqualTo("invalid_scope");

        clock.pass(RegistryAnswers.FRESH);

        assertThat(visit.reachesConsent(asking("loft:read")).asString()).contains("Let the loft");
    }

    /** At once, by the page itself when it is opened again, and without a trace. */
    private void assertThatItIsRefused(Response sentOn) {
        Response answer = visit.follows(sentOn);

        assertThat(answer.header("Location")).startsWith("https://cine.example/cb");
        assertThat(parameter(answer, "error")).isEqualTo("invalid_scope");
        UUID alice = people.findByUsername("alice").orElseThrow().id();
        assertThat(consents.clientsOf(alice, "", 10_000)).doesNotContain(client);
    }

    private Map<String, String> asking(String scope) {
        Map<String, String> parameters = request(client);
        parameters.put("scope", scope);
        return parameters;
    }

    /** RFC 6749 §4.1.2.1: without a redirect address nobody is sent anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny"})
    @Tag("RFC6749-4.1.2.1")
    void a_redirect_address_that_was_taken_away_leads_nobody_there(String decision) {
        Response page = visit.reachesConsent(asking("movies:read"));

        RegistryNeighbour.hasRegistered(
                client, "\"redirect_uris\": [\"https://elsewhere.example/cb\"]");
        passes();
        Response answer = visit.follows(visit.submits(page, Map.of("decision", decision)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.asString()).contains("redirect-uri-not-registered");
        assertThat(answer.asString()).contains("has taken away the redirect_uri");
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void nor_does_it_after_signing_in() {
        visit.authorizes(asking("movies:read"));
        visit.isSignedOut();
        Response login = visit.follows(visit.asks(asking("movies:read")));

        RegistryNeighbour.hasRegistered(
                client, "\"redirect_uris\": [\"https://elsewhere.example/cb\"]");
        passes();
        Response answer = visit.follows(visit.signsIn(login));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("redirect-uri-not-registered");
    }

    @Test
    @Tag("RFC9700-4.11.2")
    void a_refusal_leads_nobody_at_once_where_no_page_said_it_would() {
        String stranger = "\"standing\": \"self_registered\", \"failure_redirect_uri\": \"%s\"";
        RegistryNeighbour.hasRegistered(client, stranger.formatted("https://sorry.example/no"));
        passes();
        Response page = visit.reachesConsent(asking("movies:read"));

        RegistryNeighbour.hasRegistered(client, stranger.formatted("https://phish.example/no"));
        passes();
        Response answer = visit.submits(page, Map.of("decision", "deny"));

        assertThat(page.asString()).contains("sorry.example");
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("Continue to phish.example?");
    }

    private void offers(String apis) {
        RegistryNeighbour.offers(apis);
        passes();
    }

    private void passes() {
        ahead = ahead.plus(STEP);
        clock.reset();
        clock.pass(ahead);
    }

    private static String scope(String scope) {
        return "\"scope\": \"%s\"".formatted(scope);
    }

    private static String loft(String words, Instant since) {
        return """
        , {"identifier": "https://loft.example", "title": "Loft", "scopes": [
           {"name": "loft:read", "description": "%s", "granted_to": ["person"], "since": "%s"}]}\
        """
                .formatted(words, since);
    }
}
