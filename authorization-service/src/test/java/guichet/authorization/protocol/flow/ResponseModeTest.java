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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseModeTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Test
    @Tag("OAuthMRT-2.1")
    void an_answer_may_travel_in_the_fragment() {
        Response back = visit.authorizes(with("fragment"));

        assertThat(back.header("Location")).startsWith(RegistryNeighbour.REDIRECT_URI + "#code=");
    }

    @Test
    @Tag("OAuthFP-2")
    void an_answer_may_travel_in_a_form() {
        Element form = form(visit.authorizes(with("form_post")));

        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("action")).isEqualTo(RegistryNeighbour.REDIRECT_URI);
        assertThat(form.expectFirst("[name=code]").attr("value")).startsWith("gac_");
        assertThat(form.expectFirst("[name=state]").attr("value")).isEqualTo("s 1&é");
        assertThat(form.expectFirst("[name=iss]").attr("value")).isEqualTo("http://localhost:8080");
    }

    @Test
    @Tag("OAuthFP-2")
    void the_form_is_sent_by_a_script_or_by_a_button_and_nothing_else_may_run() {
        Response page = visit.authorizes(with("form_post"));

        assertThat(form(page).select("button[type=submit]")).hasSize(1);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}=';");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @Tag("OAuthFP-2")
    void the_application_may_send_the_person_on_from_where_the_form_leads() {
        Response page = visit.authorizes(with("form_post"));

        assertThat(page.header("Content-Security-Policy")).doesNotContain("form-action");
    }

    @Test
    @Tag("OAuthFP-2")
    void an_error_travels_in_a_form_too() {
        var parameters = with("form_post");
        parameters.put("prompt", "none");

        Element form = form(visit.asks(parameters));

        assertThat(form.expectFirst("[name=error]").attr("value")).isEqualTo("login_required");
    }

    @Test
    @Tag("OAuthMRT-2.1")
    void an_unknown_mode_is_an_error_in_the_query() {
        Response back = visit.asks(with("carrier_pigeon"));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(parameter(back, "error_description")).contains("response_mode");
    }

    private Map<String, String> with(String mode) {
        var parameters = request(client);
        parameters.put("response_mode", mode);
        return parameters;
    }

    private static Element form(Response page) {
        return Jsoup.parse(page.asString()).expectFirst("form");
    }
}
