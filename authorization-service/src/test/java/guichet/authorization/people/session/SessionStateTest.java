package guichet.authorization.people.session;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@Tag("SessionManagement-2")
class SessionStateTest {
    private static final SignedIn ALICE =
            new SignedIn(
                    UUID.randomUUID(),
                    "Alice",
                    Instant.EPOCH,
                    List.of("pwd"),
                    "",
                    UUID.randomUUID(),
                    "state",
                    null);

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Test
    void an_openid_answer_names_the_state_that_the_cookie_of_the_browser_has() {
        Response signedIn = visit.signsIn(visit.follows(visit.asks(openid())));
        String cookie = signedIn.getCookie("guichet_state");
        Response back = visit.submits(visit.follows(signedIn), Map.of("decision", "allow"));

        String sessionState = parameter(back, "session_state");

        String salt = sessionState.split("\\.")[1];
        assertThat(sessionState)
                .isEqualTo(SessionState.of(client, "https://cine.example", cookie, salt));
    }

    @Test
    void scripts_may_read_that_cookie_and_it_opens_nothing() {
        Response signedIn = visit.signsIn(visit.follows(visit.asks(openid())));

        assertThat(signedIn.getDetailedCookie("guichet_state").isHttpOnly()).isFalse();
        assertThat(signedIn.getDetailedCookie("guichet_session").isHttpOnly()).isTrue();
        assertThat(signedIn.getCookie("guichet_session"))
                .doesNotContain(signedIn.getCookie("guichet_state"));
    }

    @Test
    void each_answer_is_salted_anew() {
        Response back = visit.authorizes(openid());
        Response again = visit.asks(openid());

        assertThat(parameter(again, "session_state"))
                .isNotEqualTo(parameter(back, "session_state"));
    }

    @Test
    void without_openid_there_is_none() {
        Response back = visit.authorizes(request(client));

        assertThat(back.header("Location")).doesNotContain("session_state");
    }

    @ParameterizedTest
    @CsvSource({
        "https://cine.example/cb,         https://cine.example",
        "https://cine.example:443/cb?a=b, https://cine.example",
        "http://cine.example:80/,         http://cine.example",
        "https://cine.example./cb,        https://cine.example.",
        "http://127.0.0.1:9999/cb,        http://127.0.0.1:9999",
        "http://[::1]:9999/cb,            http://[::1]:9999",
    })
    void the_origin_is_written_as_browsers_write_it(String redirectUri, String origin) {
        String sessionState = SessionState.of("c", redirectUri, ALICE).orElseThrow();

        String salt = sessionState.split("\\.")[1];
        assertThat(sessionState).isEqualTo(SessionState.of("c", origin, "state", salt));
    }

    @Test
    void an_application_on_the_device_has_no_page_that_could_ask() {
        assertThat(SessionState.of("c", "com.example.app:/cb", ALICE)).isEmpty();
    }

    @Test
    @Tag("SessionManagement-3.2")
    void the_frame_can_be_framed_by_everybody_and_runs_its_own_script_only() {
        Response page = given().get("/session/check");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("X-Frame-Options")).isNull();
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'");
        given().get("/assets/check-session.js").then().statusCode(200);
    }

    private Map<String, String> openid() {
        Map<String, String> request = request(client);
        request.put("scope", "openid");
        return request;
    }
}
