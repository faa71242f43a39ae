package guichet.authorization.protocol.flow;

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
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How browsers leave for the application after a form of ours, docs/decisions/0007. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.1.2")
class OnwardTest {
    private final Visit visit = Visit.inBrowser();
    private final String client = RegistryNeighbour.client();

    @Test
    void a_page_goes_on_to_the_application_after_approval() {
        Response page = visit.authorizes(request(client));

        assertThat(destination(page)).startsWith(RegistryNeighbour.REDIRECT_URI + "&code=gac_");
    }

    @Test
    void a_link_is_there_for_browsers_that_do_not_go_on_by_themselves() {
        Response page = visit.authorizes(request(client));

        assertThat(html(page).expectFirst("a#continue").attr("href")).isEqualTo(destination(page));
    }

    @Test
    void the_page_is_kept_nowhere_and_not_told_to_the_application() {
        Response page = visit.authorizes(request(client));

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy"))
                .contains("form-action 'self';")
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}=';");
    }

    @Test
    void a_page_goes_on_after_refusal() {
        Response page =
                visit.submits(visit.reachesConsent(request(client)), Map.of("decision", "deny"));

        assertThat(destination(page)).contains("error=access_denied");
    }

    @Test
    void a_page_goes_on_after_signing_in_where_nothing_is_left_to_approve() {
        visit.authorizes(request(client));

        Response page = visit.signsIn(visit.follows(visit.asks(with("prompt", "login"))));

        assertThat(destination(page)).contains("code=gac_");
    }

    @Test
    void a_page_goes_on_after_choosing_an_account() {
        visit.authorizes(request(client));

        Response choice = visit.follows(visit.asks(with("prompt", "select_account")));
        Response page = visit.submits(choice, Map.of("choice", "continue"));

        assertThat(destination(page)).contains("code=gac_");
    }

    @Test
    void a_page_to_which_a_form_may_have_led_goes_on_like_the_form_itself() {
        visit.authorizes(request(client));
        String login = Visit.path(visit.asks(with("prompt", "login")));
        visit.signsIn(visit.opens(login));

        Response page = visit.opens(login.replace("/login?", "/login/choice?"));

        assertThat(destination(page)).contains("code=gac_");
    }

    @Test
    @Tag("RFC8252-7.1")
    void an_application_on_the_device_is_opened_by_the_redirect_itself() {
        String application =
                RegistryNeighbour.client("\"redirect_uris\": [\"com.example.app:/cb\"]");
        var parameters = request(application);
        parameters.put("redirect_uri", "com.example.app:/cb");

        Response back = visit.authorizes(parameters);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).startsWith("com.example.app:/cb?code=gac_");
    }

    @Test
    void an_answer_in_the_fragment_stays_there() {
        assertThat(destination(visit.authorizes(with("response_mode", "fragment"))))
                .startsWith(RegistryNeighbour.REDIRECT_URI + "#code=gac_");
    }

    @Test
    void who_has_nothing_to_fill_in_is_redirected_at_once() {
        visit.authorizes(request(client));

        assertThat(visit.asks(request(client)).statusCode()).isEqualTo(303);
    }

    @Test
    void a_browser_without_fetch_metadata_is_known_by_what_all_have() {
        assertThat(destination(Visit.inOldBrowser().authorizes(request(client))))
                .contains("code=gac_");
    }

    @Test
    void a_frame_is_redirected_since_no_page_of_ours_is_shown_there() {
        var framed = new Visit();
        framed.authorizes(request(client));

        Response answer =
                framed.browser()
                        .header("Sec-Fetch-Dest", "iframe")
                        .queryParams(with("prompt", "none"))
                        .get("/auth");

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void who_is_not_known_to_be_a_browser_is_redirected() {
        assertThat(new Visit().authorizes(request(client)).statusCode()).isEqualTo(303);
    }

    private Map<String, String> with(String parameter, String value) {
        var parameters = request(client);
        parameters.put(parameter, value);
        return parameters;
    }

    private static String destination(Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        String refresh =
                html(page).expectFirst("noscript meta[http-equiv=refresh]").attr("content");
        assertThat(refresh).startsWith("0;url=");
        return refresh.substring("0;url=".length());
    }

    private static Document html(Response page) {
        return Jsoup.parse(page.asString());
    }
}
