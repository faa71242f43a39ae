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
class ConsentTest {
    private final Visit visit = new Visit();

    @Test
    void nobody_answers_for_somebody_else_who_saw_the_page() {
        var client = RegistryNeighbour.client();
        var shownToAlice = visit.reachesConsent(request(client));
        visit.submits(
                visit.browser()
                        .get(Visit.path(visit.asks(request(client))).replace("consent", "login")),
                Map.of("username", "bob", "password", "bob-opens-the-door"));

        var answer = visit.submits(shownToAlice, Map.of("decision", "allow"));

        assertThat(answer.header("Location")).contains("/consent?request=");
        assertThat(visit.follows(answer).asString()).contains("Bob");
    }

    @Test
    void who_is_no_longer_signed_in_signs_in_before_deciding() {
        var shownToAlice = visit.reachesConsent(request(RegistryNeighbour.client()));
        visit.isSignedOut();

        var answer = visit.submits(shownToAlice, Map.of("decision", "allow"));

        assertThat(visit.follows(answer).header("Location")).contains("/login?request=");
    }

    @Test
    void refusal_goes_to_the_address_for_failures_and_the_page_says_so() {
        var client =
                RegistryNeighbour.client("\"failure_redirect_uri\": \"https://sorry.example/no\"");
        var page = visit.reachesConsent(request(client));

        var back = visit.submits(page, Map.of("decision", "deny"));

        assertThat(page.asString()).contains("cine.example").contains("sorry.example");
        assertThat(policy(page)).contains("https://cine.example").contains("https://sorry.example");
        assertThat(back.header("Location"))
                .startsWith("https://sorry.example/no?error=access_denied");
    }

    @Test
    @Tag("RFC8252-7.1")
    void an_application_on_the_device_cannot_pass_for_a_web_site() {
        var page = consentFor("com.example.app://bank.example/cb");

        assertThat(page.asString()).contains("com.example.app").doesNotContain("bank.example");
        assertThat(policy(page)).contains("form-action 'self' com.example.app:;");
    }

    @Test
    void a_redirect_address_adds_nothing_to_the_policy_of_the_page() {
        var page = consentFor("com.example.app://x;script-src/cb");

        assertThat(policy(page)).doesNotContain("script-src");
    }

    @ParameterizedTest
    @CsvSource({
        "http://[::1]:8912/cb,              [::1]:8912,           http:",
        "https://my_app.example/cb,         my_app.example,       https:",
        "https://cine.example./cb,          cine.example,         https:",
        "https://b\u00fccher.example:8443/cb, xn--bcher-kva.example:8443,"
                + " https://xn--bcher-kva.example:8443"
    })
    @Tag("RFC3986-3.2.2")
    void the_policy_lets_the_form_lead_to_any_host_that_dns_has(
            String redirectUri, String shown, String source) {
        var page = consentFor(redirectUri);

        assertThat(policy(page)).contains("form-action 'self' %s;".formatted(source));
        assertThat(page.asString()).contains(shown);
    }

    @Test
    void a_hostile_application_is_shown_and_not_obeyed() {
        var client =
                RegistryNeighbour.client(
                        """
                        "client_name": "\\"><img src=x onerror=alert(1)>",
                        "description": "</p><script>alert(1)</script>",
                        "logo_sha256": "\\"><script>"\
                        """);
        var parameters = request(client);
        parameters.put("state", "\"><script>alert(1)</script>");

        var page = visit.reachesConsent(parameters);
        var back = visit.submits(page, Map.of("decision", "allow"));

        var html = Jsoup.parse(page.asString());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("img")).hasSize(2);
        assertThat(html.select("[onerror]")).isEmpty();
        assertThat(back.header("Location")).doesNotContain("<");
        assertThat(parameter(back, "state")).isEqualTo("\"><script>alert(1)</script>");
    }

    @ParameterizedTest
    @CsvSource({"declared, false", "vouched_for, false", "self_registered, true"})
    @Tag("RFC6749-10.2")
    void of_an_application_that_nobody_answers_for_the_page_says_so_and_where_it_is(
            String standing, boolean isTold) {
        var client = RegistryNeighbour.client("\"standing\": \"%s\"".formatted(standing));

        var page = Jsoup.parse(visit.reachesConsent(request(client)).asString()).text();

        String told = "nobody has checked who runs it. It is at cine.example.";
        assertThat(page.contains(told)).isEqualTo(isTold);
    }

    @Test
    void a_logo_is_loaded_from_our_own_address_alone() {
        var client = RegistryNeighbour.client("\"logo_sha256\": \"4711\"");

        var page = visit.reachesConsent(request(client));

        assertThat(Jsoup.parse(page.asString()).select("img").eachAttr("src"))
                .containsOnly("/logos/4711");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self' data:;");
    }

    @Test
    void without_a_logo_the_initial_stands_in() {
        var page = visit.reachesConsent(request(RegistryNeighbour.client()));

        assertThat(page.asString()).contains("data-initial=\"C\"").doesNotContain("<img");
    }

    private Response consentFor(String redirectUri) {
        var client = RegistryNeighbour.client("\"redirect_uris\": [\"%s\"]".formatted(redirectUri));
        var parameters = request(client);
        parameters.put("redirect_uri", redirectUri);
        return visit.reachesConsent(parameters);
    }

    private static String policy(Response page) {
        return page.header("Content-Security-Policy");
    }
}
