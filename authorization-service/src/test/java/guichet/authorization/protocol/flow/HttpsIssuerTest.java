package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(SmallDeployment.class)
class HttpsIssuerTest {
    @Test
    void on_https_no_cookie_can_be_read_on_the_way_or_set_by_a_neighbouring_host() {
        var toLogin = given().redirects().follow(false).queryParams(asked()).get("/auth");
        Cookie browser = toLogin.getDetailedCookie("__Host-guichet_browser");

        Response signedIn = signIn(toLogin, browser);
        Cookie session = signedIn.getDetailedCookie("__Host-guichet_session");
        Cookie device = signedIn.getDetailedCookie("__Host-guichet_device");

        for (Cookie cookie : new Cookie[] {browser, session, device}) {
            assertThat(cookie.isSecured()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
        }
    }

    @Test
    void addresses_are_made_of_the_issuer_and_not_of_the_host_that_was_asked() {
        var toLogin = given().redirects().follow(false).queryParams(asked()).get("/auth");

        assertThat(toLogin.header("Location"))
                .startsWith(SmallDeployment.ISSUER + "/login?request=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/assets/guichet.css", "/errors/nothing", "/auth", "/nowhere"})
    @Tag("RFC6797-7.1")
    void whoever_came_by_https_comes_by_nothing_else_for_a_year(String path) {
        assertThat(given().get(path).header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    private static Map<String, String> asked() {
        return request(RegistryNeighbour.client());
    }

    private static Response signIn(Response toLogin, Cookie browser) {
        String path = toLogin.header("Location").substring(SmallDeployment.ISSUER.length());
        String page = given().cookie(browser).get(path).asString();
        var form =
                given().cookie(browser)
                        .redirects()
                        .follow(false)
                        .formParams("username", "alice", "password", "alice-opens-the-door");
        for (var field : Jsoup.parse(page).select("input[type=hidden]")) {
            form.formParam(field.attr("name"), field.attr("value"));
        }
        return form.post("/login");
    }
}
