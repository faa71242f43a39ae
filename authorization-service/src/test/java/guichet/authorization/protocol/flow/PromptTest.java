package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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
@Tag("OIDCC-3.1.2.1")
class PromptTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    @Tag("OIDCC-3.1.2.6")
    void with_none_a_stranger_is_sent_back_with_login_required() {
        Response back = visit.asks(with("prompt", "none"));

        assertThat(parameter(back, "error")).isEqualTo("login_required");
        assertThat(parameter(back, "state")).isEqualTo("s 1&é");
        assertThat(parameter(back, "iss")).isEqualTo("http://localhost:8080");
    }

    @Test
    @Tag("OIDCC-3.1.2.6")
    void with_none_what_was_not_approved_is_sent_back_with_consent_required() {
        visit.authorizes(request(RegistryNeighbour.client()));

        Response back = visit.asks(with("prompt", "none"));

        assertThat(parameter(back, "error")).isEqualTo("consent_required");
    }

    @Test
    void with_none_who_is_signed_in_and_has_approved_returns_with_a_code() {
        visit.authorizes(request(client));

        Response back = visit.asks(with("prompt", "none"));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void with_none_a_posted_request_is_answered_without_a_page_too() {
        Response toLogin = visit.browser().formParams(with("prompt", "none")).post("/auth");

        Response back = visit.follows(toLogin);

        assertThat(parameter(back, "error")).isEqualTo("login_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login consent"})
    void with_login_who_is_signed_in_signs_in_again(String prompt) {
        visit.authorizes(request(client));

        Response page = visit.asks(with("prompt", prompt));

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    void after_that_sign_in_the_answer_is_given() {
        visit.authorizes(request(client));

        Response back = visit.signsIn(visit.follows(visit.asks(with("prompt", "login"))));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void the_sign_in_cannot_be_passed_by_through_the_approval_page() {
        visit.authorizes(request(client));
        String login = Visit.path(visit.asks(with("prompt", "login")));

        Response page = visit.browser().get(login.replace("/login", "/consent"));

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    void with_consent_what_was_approved_is_asked_again() {
        visit.authorizes(request(client));

        Response page = visit.asks(with("prompt", "consent"));

        assertThat(page.header("Location")).contains("/consent?request=");
        Response back = visit.submits(visit.follows(page), Map.of("decision", "allow"));
        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    @Tag("OIDCPC-3")
    void with_create_a_stranger_is_led_to_the_sign_up_page() {
        assertThat(visit.asks(with("prompt", "create")).header("Location"))
                .startsWith("http://localhost:8080/signup?request=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none login", "none consent", "later", "LOGIN"})
    void a_prompt_that_contradicts_itself_or_is_unknown_is_refused(String prompt) {
        Response back = visit.asks(with("prompt", prompt));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(parameter(back, "error_description")).contains("prompt");
    }

    @Test
    void a_sign_in_older_than_max_age_is_made_again() {
        visit.authorizes(request(client));

        clock.pass(Duration.ofSeconds(11));

        assertThat(visit.asks(with("max_age", "10")).header("Location"))
                .contains("/login?request=");
    }

    @Test
    void a_sign_in_younger_than_max_age_will_do() {
        visit.authorizes(request(client));

        clock.pass(Duration.ofSeconds(11));

        assertThat(parameter(visit.asks(with("max_age", "10000")), "code")).startsWith("gac_");
    }

    @Test
    void max_age_nought_asks_for_a_sign_in_as_prompt_login_does() {
        visit.authorizes(request(client));

        Response page = visit.asks(with("max_age", "0"));

        assertThat(page.header("Location")).contains("/login?request=");
        assertThat(parameter(visit.signsIn(visit.follows(page)), "code")).startsWith("gac_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "9999999999"})
    void a_max_age_that_is_no_number_of_seconds_is_refused(String maxAge) {
        Response back = visit.asks(with("max_age", maxAge));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(parameter(back, "error_description")).contains("max_age");
    }

    @Test
    void a_login_hint_is_filled_in() {
        Response page = visit.follows(visit.asks(with("login_hint", "alice")));

        assertThat(page.asString()).contains("value=\"alice\"");
    }

    @ParameterizedTest
    @CsvSource({
        "display,       popup",
        "ui_locales,    fr-CA fr en",
        "claims_locales, fr",
        "acr_values,    1 2",
        "foo,           bar",
    })
    void preferences_and_unknown_parameters_stop_nobody(String name, String value) {
        assertThat(visit.asks(with(name, value)).header("Location")).contains("/login?request=");
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> parameters = request(client);
        parameters.put(name, value);
        return parameters;
    }
}
