package guichet.authorization.protocol.logout;

import static guichet.authorization.protocol.logout.LogoutVisit.GOODBYE;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("FrontChannelLogout-3")
class FrontChannelTest {
    private final Visit visit = new Visit();

    @Inject LogoutVisit logout;

    @Test
    void the_page_loads_the_application_s_address_with_issuer_and_session_and_goes_on() {
        String client = client("https://cine.example/front?at=home");
        LogoutVisit.signsIn(visit, client);
        UUID sid = logout.sidAt(client);

        Response answer = signsOut(client);

        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("iframe").eachAttr("src"))
                .containsExactly(
                        "https://cine.example/front?at=home&iss=http%3A%2F%2Flocalhost%3A8080&sid="
                                + sid);
        assertThat(page.select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("1;url=" + GOODBYE + "?state=s%26");
        assertThat(page.expectFirst("article a").attr("href")).isEqualTo(GOODBYE + "?state=s%26");
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void the_browser_may_frame_these_applications_and_nobody_else() {
        String client = client("https://cine.example:8443/front");
        LogoutVisit.signsIn(visit, client);

        String policy = signsOut(client).header("Content-Security-Policy");

        assertThat(policy)
                .contains("frame-src https://cine.example:8443;")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void every_application_of_the_session_is_loaded_once() {
        String first = client("https://one.example/front");
        String second = client("https://two.example/front");
        LogoutVisit.signsIn(visit, first);
        LogoutVisit.goesOnTo(visit, second);
        visit.asks(Visit.request(second));

        assertThat(Jsoup.parse(signsOut(first).asString()).select("iframe").eachAttr("src"))
                .hasSize(2)
                .anyMatch(src -> src.startsWith("https://one.example/"))
                .anyMatch(src -> src.startsWith("https://two.example/"));
    }

    @Test
    void who_needs_no_session_named_gets_the_address_as_registered() {
        String client = client("https://cine.example/sessionless");
        LogoutVisit.signsIn(visit, client);

        assertThat(Jsoup.parse(signsOut(client).asString()).select("iframe").attr("src"))
                .isEqualTo("https://cine.example/sessionless");
    }

    @Test
    void while_the_registry_is_away_for_a_client_the_person_is_signed_out_all_the_same() {
        String client = LogoutVisit.client("");
        String other = client("https://cine.example/front");
        LogoutVisit.signsIn(visit, client);
        LogoutVisit.goesOnTo(visit, other);
        RegistryNeighbour.failsFor(other);

        Response answer = signsOut(client);

        assertThat(answer.statusCode()).isIn(200, 303);
        assertThat(logout.isSignedIn(visit, client)).isFalse();
    }

    private Response signsOut(String client) {
        return visit.browser()
                .queryParam("id_token_hint", logout.idTokenAt(client))
                .queryParam("post_logout_redirect_uri", GOODBYE)
                .queryParam("state", "s&")
                .get("/logout");
    }

    private static String client(String address) {
        return LogoutVisit.client(", \"frontchannel_logout_uri\": \"%s\"".formatted(address));
    }
}
