package guichet.authorization.page;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people find out what to change in a form. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {
    private final Visit visit = new Visit();
    private final String username = "f" + UUID.randomUUID().toString().substring(0, 12);

    @ParameterizedTest
    @ValueSource(strings = {"/signup", "/password-reset", "/login"})
    void fields_can_be_filled_in(String form) {
        var html = html(visit.opens(form));

        assertThat(html.select("input[required]")).isNotEmpty();
        assertThat(html.select("input[readonly]")).isEmpty();
    }

    @Test
    @Tag("WCAG-2.4.2")
    void the_title_says_that_something_is_wrong() {
        assertThat(html(visit.opens("/signup")).title()).isEqualTo("Create account · Guichet");
        assertThat(signsUp("email", "nowhere").title())
                .isEqualTo("Error: Create account · Guichet");
        assertThat(html(signsIn("nobody", "wrong")).title()).isEqualTo("Error: Sign in · Guichet");
    }

    @Test
    @Tag("WCAG-3.3.1")
    void what_is_wrong_is_listed_and_leads_to_its_field() {
        var html = signsUp("email", "nowhere");

        assertThat(html.select("[role=alert] li").text())
                .isEqualTo(
                        "E-mail address: Write an e-mail address, as in name@example.org,"
                                + " without accents before the @.");
        assertThat(html.select("[role=alert] a").attr("href")).isEqualTo("#email");
        assertThat(html.select("[aria-invalid=true]").eachAttr("id")).containsExactly("email");
        assertThat(html.select("[autofocus]").eachAttr("id")).containsExactly("email");
    }

    @Test
    @Tag("WCAG-3.3.1")
    void both_fields_of_a_refused_sign_in_are_marked() {
        var html = html(signsIn("nobody", "wrong"));

        assertThat(html.select("[aria-invalid=true][aria-describedby=fault]").eachAttr("id"))
                .containsExactly("username", "password");
    }

    @Test
    void who_has_to_wait_is_offered_another_way() {
        for (int guess = 0; guess < 5; guess++) {
            signsIn(username, "guess");
        }

        var html = html(signsIn(username, "guess"));

        assertThat(html.select("[role=alert] a").attr("href")).isEqualTo("/password-reset");
        assertThat(html.select("[aria-invalid]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a fine long\tpassphrase 9x", "a fine long\npassphrase 9x", "\u0000"})
    @Tag("RFC8265-4.2.2")
    void a_control_character_in_a_password_is_a_wrong_password(String password) {
        assertThat(signsIn("alice", password).statusCode()).isEqualTo(403);
        assertThat(signsUp("password", password).select("#password-fault")).hasSize(1);
    }

    @Test
    void a_control_character_in_a_name_to_sign_in_with_is_a_wrong_name() {
        assertThat(signsIn("ali\tce", "x").statusCode()).isEqualTo(403);
        assertThat(signsIn("\u0000", "x").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecilA\u202E", "Al\u200Bice", "A\tB", "\u00A0", "\u3164"})
    @Tag("RFC8266-2.1")
    void a_name_of_which_others_do_not_see_all_is_refused_beside_its_field(String name) {
        assertThat(signsUp("name", name).select("#name-fault")).hasSize(1);
    }

    /** Mail and messages would make a link of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLICK https://evil.example NOW",
                "www.evil",
                "evil.example",
                "Visit EVIL.EXAMPLE today",
                "evil\uFF0Eexample",
                "evil\u3002example",
                "alice@guichet",
                "alice\uFF20guichet"
            })
    void a_name_that_looks_like_an_address_is_refused_beside_its_field(String name) {
        assertThat(signsUp("name", name).select("#name-fault")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J.R.R. Tolkien", "Martin Luther King Jr.", "Mr. O'Neil", "A. Martin"})
    void a_name_with_full_stops_is_taken(String name) {
        signsUp("name", name);

        assertThat(Jsoup.parse(visit.browser().get("/account").asString()).text()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200Cخواهم", "क्\u200Dष", "👩\u200D🚀 Ana"})
    @Tag("RFC5892-A.1")
    void a_name_with_the_joiners_that_it_is_written_with_is_taken(String name) {
        signsUp("name", name);

        assertThat(visit.browser().get("/account").asString()).contains(name);
    }

    private Response signsIn(String name, String password) {
        return visit.submits(visit.opens("/login"), Map.of("username", name, "password", password));
    }

    /** With details of which one is another. */
    private Document signsUp(String field, String value) {
        var details =
                new HashMap<>(
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Zoë",
                                "email",
                                username + "@people.example",
                                "password",
                                "heron kettle ninety seven"));
        details.put(field, value);
        return html(visit.submits(visit.opens("/signup"), details));
    }

    private static Document html(Response page) {
        return Jsoup.parse(page.asString());
    }
}
