package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.11.2")
class DepartureTest {
    private static final String STRANGER = "\"standing\": \"self_registered\"";

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client(STRANGER);

    @ParameterizedTest
    @CsvSource({
        "response_type, foo,        unsupported_response_type",
        "scope,         movies:fly, invalid_scope",
        "prompt,        none,       login_required",
    })
    void an_error_leads_nobody_to_an_application_that_nobody_answers_for(
            String name, String value, String error) {
        Response page = visit.asks(with(name, value));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Location")).isNull();
        var html = Jsoup.parse(page.asString());
        assertThat(html.expectFirst("h1").text()).isEqualTo("Continue to cine.example?");
        assertThat(html.select("script, meta[http-equiv]")).isEmpty();
        assertThat(html.expectFirst("a#continue").attr("href"))
                .startsWith(RegistryNeighbour.REDIRECT_URI + "&error=" + error)
                .contains("&state=s+1%26%C3%A9", "&iss=http%3A%2F%2Flocalhost%3A8080");
    }

    @Test
    void its_makers_read_there_what_is_wrong() {
        var html = Jsoup.parse(visit.asks(with("scope", "movies:fly")).asString());

        var explanation = html.expectFirst("a:has(code)");
        assertThat(explanation.text()).isEqualTo("invalid_scope");
        assertThat(explanation.attr("href")).endsWith("/errors/scope-not-available");
    }

    @Test
    void the_answer_that_is_to_be_posted_is_posted_by_the_person() {
        var parameters = with("prompt", "none");
        parameters.put("response_mode", "form_post");

        var html = Jsoup.parse(visit.asks(parameters).asString());

        var form = html.expectFirst("form[method=post]");
        assertThat(form.attr("action")).isEqualTo(RegistryNeighbour.REDIRECT_URI);
        assertThat(form.expectFirst("input[name=error]").attr("value")).isEqualTo("login_required");
        assertThat(form.expectFirst("button#continue").text()).contains("cine.example");
        assertThat(html.select("script")).isEmpty();
    }

    @Test
    void neither_signing_in_nor_another_persons_approval_changes_that() {
        visit.authorizes(request(RegistryNeighbour.client()));
        new Visit().reachesConsent(request(client));

        assertThat(visit.asks(with("scope", "movies:fly")).header("Location")).isNull();
    }

    @Test
    void who_approved_it_before_is_led_back_at_once() {
        visit.authorizes(request(client));

        assertThat(parameter(visit.asks(with("scope", "movies:fly")), "error"))
                .isEqualTo("invalid_scope");
        assertThat(new Visit().asks(with("scope", "movies:fly")).header("Location")).isNull();
    }

    @Test
    void who_refuses_has_read_where_that_leads() {
        Response page = visit.reachesConsent(request(client));

        Response back = visit.submits(page, Map.of("decision", "deny"));

        assertThat(parameter(back, "error")).isEqualTo("access_denied");
    }

    @Test
    void the_page_names_the_address_for_failures_where_there_is_one() {
        String other =
                RegistryNeighbour.client(
                        STRANGER + ", \"failure_redirect_uri\": \"https://sorry.example/no\"");
        var parameters = request(other);
        parameters.put("prompt", "none");

        assertThat(visit.asks(parameters).asString())
                .contains("Continue to sorry.example?", "https://sorry.example/no?error=");
    }

    @Test
    void an_application_that_somebody_vouches_for_is_led_to_at_once() {
        var parameters = request(RegistryNeighbour.client("\"standing\": \"vouched_for\""));
        parameters.put("scope", "movies:fly");

        assertThat(parameter(visit.asks(parameters), "error")).isEqualTo("invalid_scope");
    }

    @Test
    @Tag("OIDCC-3.1.2.6")
    void a_silent_request_in_a_frame_is_answered_there_and_leads_no_browser() {
        var frame = Visit.inFrame();

        assertThat(parameter(frame.asks(with("prompt", "none")), "error"))
                .isEqualTo("login_required");
        var faulty = with("prompt", "none");
        faulty.put("scope", "movies:fly");
        assertThat(parameter(frame.asks(faulty), "error")).isEqualTo("invalid_scope");
    }

    @Test
    void at_top_level_or_where_something_is_to_be_shown_it_is_not() {
        assertThat(Visit.inBrowser().asks(with("prompt", "none")).header("Location")).isNull();
        assertThat(Visit.inOldBrowser().asks(with("prompt", "none")).header("Location")).isNull();
        assertThat(Visit.inFrame().asks(with("scope", "movies:fly")).header("Location")).isNull();
    }

    @Test
    void a_request_that_another_site_posts_gets_the_page_too() {
        Response faulty = visit.browser().formParams(with("scope", "movies:fly")).post("/auth");
        assertThat(faulty.asString()).contains("Continue to cine.example?");

        Response toLogin = new Visit().browser().formParams(with("prompt", "none")).post("/auth");
        assertThat(new Visit().follows(toLogin).asString()).contains("Continue to cine.example?");
    }

    @Test
    @Tag("RFC8252-7.1")
    void an_application_on_the_device_is_named_by_its_scheme() {
        var parameters =
                request(
                        RegistryNeighbour.client(
                                STRANGER
                                        + ", \"redirect_uris\": [\"com.example.app://bank.example/cb\"]"));
        parameters.put("redirect_uri", "com.example.app://bank.example/cb");
        parameters.put("prompt", "none");

        assertThat(Jsoup.parse(visit.asks(parameters).asString()).expectFirst("h1").text())
                .isEqualTo("Continue to the application com.example.app on this device?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CA, en;q=0.5  | fr | Continuer vers cine.example\u00a0?",
                "de, fr;q=0.8, en;q=0.5 | fr | Continuer vers cine.example\u00a0?",
                "en-GB, fr;q=0.5  | en | Continue to cine.example?",
                "de               | en | Continue to cine.example?",
                "nonsense;q=x     | en | Continue to cine.example?",
            })
    @Tag("RFC9110-12.5.4")
    void the_page_is_in_the_language_that_the_person_reads_best(
            String accepted, String language, String heading) {
        var page =
                Jsoup.parse(
                        visit.browser()
                                .header("Accept-Language", accepted)
                                .queryParams(with("prompt", "none"))
                                .get("/auth")
                                .asString());

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.expectFirst("h1").wholeText()).isEqualTo(heading);
        assertThat(page.text()).doesNotContain("{", "}");
    }

    /** It would take a processor for seconds. */
    @Test
    void a_list_of_languages_that_no_browser_sends_is_not_read() {
        String accepted = "fr" + ", fr-CA;q=0.5".repeat(20);

        String page =
                visit.browser()
                        .header("Accept-Language", accepted)
                        .queryParams(with("prompt", "none"))
                        .get("/auth")
                        .asString();

        assertThat(Jsoup.parse(page).expectFirst("html").attr("lang")).isEqualTo("en");
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> parameters = request(client);
        parameters.put(name, value);
        return parameters;
    }
}
