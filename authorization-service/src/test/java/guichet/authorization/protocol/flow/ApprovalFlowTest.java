package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.1")
class ApprovalFlowTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Test
    void who_signs_in_and_allows_returns_with_a_code() {
        var back = visit.authorizes(request(client));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).startsWith(RegistryNeighbour.REDIRECT_URI + "&code=");
        assertThat(parameter(back, "code")).startsWith("gac_");
        assertThat(parameter(back, "state")).isEqualTo("s 1&é");
        assertThat(parameter(back, "iss")).isEqualTo("http://localhost:8080");
    }

    @Test
    void the_page_says_who_asks_for_what_and_where_it_leads() {
        String page = visit.reachesConsent(request(client)).asString();

        assertThat(page)
                .contains("Ciné Club")
                .contains("See the films on your list")
                .contains("cine.example")
                .contains("Alice");
    }

    @Test
    void what_was_allowed_is_remembered() {
        visit.authorizes(request(client));

        var again = visit.asks(request(client));

        assertThat(parameter(again, "code")).startsWith("gac_");
    }

    @Test
    void more_than_was_allowed_is_asked_again() {
        visit.authorizes(request(client));
        var more = request(client);
        more.put("scope", "movies:read movies:write");

        var again = visit.asks(more);

        assertThat(again.header("Location")).startsWith("http://localhost:8080/consent?request=");
    }

    @Test
    void what_was_allowed_to_one_application_is_not_allowed_to_another() {
        visit.authorizes(request(client));

        var other = visit.asks(request(RegistryNeighbour.client()));

        assertThat(other.header("Location")).startsWith("http://localhost:8080/consent?request=");
    }

    @Test
    void who_refuses_returns_with_access_denied() {
        var back = visit.submits(visit.reachesConsent(request(client)), Map.of("decision", "deny"));

        assertThat(parameter(back, "error")).isEqualTo("access_denied");
        assertThat(parameter(back, "state")).isEqualTo("s 1&é");
    }

    @Test
    void another_decision_is_no_decision() {
        var page =
                visit.submits(visit.reachesConsent(request(client)), Map.of("decision", "maybe"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("decision must be allow or deny");
    }

    @Test
    void a_form_without_its_token_is_not_taken() {
        var consent = visit.reachesConsent(request(client));

        var page = visit.submits(consent, Map.of("decision", "allow", "csrf", "forged"));

        assertThat(Visit.path(page)).startsWith("/consent?request=");
    }

    @Test
    void another_browser_cannot_go_on_with_a_request() {
        var login = visit.asks(request(client));

        var stranger = new Visit().follows(login);

        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.asString()).contains("start again");
    }

    @Test
    void hostile_names_are_shown_and_not_obeyed() {
        String hostile = RegistryNeighbour.client("\"client_name\": \"<script>alert(1)</script>\"");

        String page = visit.reachesConsent(request(hostile)).asString();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void a_page_cannot_be_framed_scripted_or_stored() {
        var page = visit.reachesConsent(request(client));

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self' https://cine.example;");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
}
