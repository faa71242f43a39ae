package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other sites post without our cookies, which are SameSite=Lax. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.1")
class PostedRequestTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Test
    void who_is_signed_in_is_recognised_after_another_sites_post() {
        visit.authorizes(request(client));

        var back = visit.follows(posted());

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void who_is_not_signed_in_signs_in_and_decides() {
        var login = visit.follows(visit.follows(posted()));

        var consent = visit.follows(visit.signsIn(login));

        assertThat(consent.asString()).contains("Ciné Club");
    }

    @Test
    void the_pages_of_other_tabs_stay_good() {
        var tab = visit.follows(visit.asks(request(client)));

        visit.follows(posted());

        assertThat(visit.signsIn(tab).header("Location")).contains("/consent?request=");
    }

    @Test
    void the_first_browser_keeps_the_request() {
        var posted = posted();
        visit.follows(posted);

        var stranger = new Visit().follows(posted);

        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.asString()).contains("start again");
    }

    @Test
    void faults_of_a_posted_request_are_answers_too() {
        var parameters = request(client);
        parameters.put("response_type", "token");

        var answer = given().redirects().follow(false).formParams(parameters).post("/auth");

        assertThat(parameter(answer, "error")).isEqualTo("unsupported_response_type");
    }

    private Response posted() {
        return given().redirects().follow(false).formParams(request(client)).post("/auth");
    }
}
