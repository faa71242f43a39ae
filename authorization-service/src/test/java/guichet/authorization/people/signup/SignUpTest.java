package guichet.authorization.people.signup;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignUpTest {
    private final Visit visit = new Visit();
    private final String username = "u" + UUID.randomUUID().toString().substring(0, 12);
    private final String email = username + "@people.example";

    @Inject Inbox inbox;
    @Inject People people;
    @Inject StandardClaims claims;

    @Test
    @Tag("OIDCPC-4")
    void who_signs_up_goes_on_with_what_the_application_asked_for() {
        var login = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        String offer = Jsoup.parse(login.asString()).expectFirst("a[href^=/signup]").attr("href");

        var page = visit.browser().urlEncodingEnabled(false).get(offer);
        var consent = visit.follows(visit.submits(page, details()));
        var back = visit.submits(consent, Map.of("decision", "allow"));

        assertThat(page.asString()).contains("Ciné Club");
        assertThat(consent.asString()).contains("Zoë");
        assertThat(Visit.parameter(back, "code")).startsWith("gac_");
        assertThat(Visit.parameter(back, "state")).isEqualTo("s 1&é");
    }

    @Test
    void who_comes_without_an_application_has_an_account_then() {
        var page = visit.submits(signUpPage(), details());

        assertThat(visit.follows(page).asString())
                .contains("Zoë")
                .contains(email)
                .contains("not confirmed yet");
    }

    @Test
    @Tag("OIDCC-5.1")
    void the_address_counts_as_verified_once_the_mailed_link_is_confirmed() {
        visit.submits(signUpPage(), details());
        var before = claims.of(person(), Set.of(StandardClaim.EMAIL, StandardClaim.EMAIL_VERIFIED));

        var confirmed = visit.submits(visit.opens(inbox.link(email)), Map.of());

        assertThat(before).containsEntry("email", email).containsEntry("email_verified", false);
        assertThat(confirmed.asString()).contains("confirmed");
        assertThat(claims.of(person(), Set.of(StandardClaim.EMAIL_VERIFIED)))
                .containsEntry("email_verified", true);
    }

    @Test
    void a_link_that_a_scanner_opened_is_still_good_and_one_that_was_confirmed_is_not() {
        visit.submits(signUpPage(), details());
        String link = inbox.link(email);

        visit.opens(link);
        var page = visit.opens(link);
        visit.submits(page, Map.of());
        var again = visit.submits(page, Map.of());

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString()).contains("has expired");
    }

    @ParameterizedTest
    @CsvSource({
        "username, a b",
        "username, me@people.example",
        "username, x",
        "username, .dots.",
        "username, www.evil-site.com",
        "username, 192.0.2.1",
        "name, ' '",
        "name, Call 192.0.2.1",
        "email, nowhere",
        "password, too short",
        "password, password1234567"
    })
    void what_is_to_be_changed_stands_beside_its_field(String field, String value) {
        var page = visit.submits(signUpPage(), with(field, value));

        assertThat(page.statusCode()).isEqualTo(400);
        var html = Jsoup.parse(page.asString());
        assertThat(html.select("[aria-invalid=true]"))
                .extracting(Element::id)
                .containsExactly(field);
        assertThat(html.expectFirst("#" + field).attr("aria-describedby"))
                .isEqualTo(field + "-fault");
        assertThat(html.select("#" + field + "-fault").text()).isNotEmpty();
    }

    @Test
    void what_was_filled_in_is_kept_and_the_password_is_not() {
        var page = visit.submits(signUpPage(), with("email", "nowhere"));

        var html = Jsoup.parse(page.asString());
        assertThat(html.expectFirst("#username").attr("value")).isEqualTo(username);
        assertThat(html.expectFirst("#name").attr("value")).isEqualTo("Zoë");
        assertThat(page.asString()).doesNotContain(Newcomer.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice", " ALICE "})
    void a_name_is_taken_in_every_spelling(String taken) {
        var page = visit.submits(signUpPage(), with("username", taken));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(page.asString()).expectFirst("#username-fault").text())
                .contains("taken");
        assertThat(page.getCookie("guichet_session")).isNull();
    }

    @Test
    void of_racing_newcomers_one_gets_the_name() throws Exception {
        Callable<Integer> race =
                () -> {
                    var browser = new Visit();
                    return browser.submits(browser.browser().get("/signup"), details())
                            .statusCode();
                };

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var future : racers.invokeAll(Collections.nCopies(4, race))) {
                statuses.add(future.get());
            }

            assertThat(statuses).containsExactlyInAnyOrder(303, 409, 409, 409);
        }
    }

    @Test
    void only_a_letter_tells_that_an_address_is_somebody_elses() {
        var page = visit.submits(signUpPage(), with("email", "Bob@guichet.example"));

        assertThat(Visit.path(page)).isEqualTo("/account");
        var letter = inbox.latest("bob@guichet.example");
        assertThat(letter.getSubject()).contains("already");
        assertThat(letter.getText()).contains("bob").doesNotContain("link=");
    }

    @Test
    void a_form_from_elsewhere_makes_no_account() {
        var page = visit.submits(signUpPage(), with("csrf", "forged"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(people.findByUsername(username)).isEmpty();
    }

    @Test
    void a_request_that_waits_in_another_browser_is_not_gone_on_with() {
        var login = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        String offer = Jsoup.parse(login.asString()).expectFirst("a[href^=/signup]").attr("href");

        var elsewhere = new Visit().browser().urlEncodingEnabled(false).get(offer);

        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.asString()).contains("start again");
    }

    private UUID person() {
        return people.findByUsername(username).orElseThrow().id();
    }

    private Response signUpPage() {
        return visit.browser().get("/signup");
    }

    private Map<String, String> details() {
        return with("name", "Zoë");
    }

    private Map<String, String> with(String field, String value) {
        var details = new HashMap<String, String>();
        details.put("username", username);
        details.put("name", "Zoë");
        details.put("email", email);
        details.put("password", Newcomer.PASSWORD);
        details.put(field, value);
        return details;
    }
}
