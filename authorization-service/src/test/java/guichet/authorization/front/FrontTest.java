package guichet.authorization.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs meet who come without being sent. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-12.5.1")
class FrontTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @Test
    void a_person_is_told_what_this_is_and_led_to_the_rest() {
        Response page = opens("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(Jsoup.parse(page.asString()).select("article a").eachAttr("href"))
                .contains(
                        "/account",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-authorization-server",
                        "/errors");
    }

    @Test
    void a_program_is_told_the_same_addresses() {
        var answer = given().get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(answer.jsonPath().getString("issuer")).isEqualTo("http://localhost:8080");
        assertThat(answer.jsonPath().getString("authorization_server_metadata"))
                .isEqualTo("http://localhost:8080/.well-known/oauth-authorization-server");
    }

    @Test
    @Tag("RFC9110-12.5.1")
    void who_would_rather_have_anything_than_a_page_is_a_program() {
        var answer = given().header("Accept", "*/*, text/html;q=0.1").get("/");

        assertThat(answer.contentType()).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/admin", "/caf%C3%A9", "/internal/nothing"})
    void at_an_unknown_address_a_person_gets_a_page(String address) {
        Response page = opens(address);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(Jsoup.parse(page.asString()).expectFirst("h1").text())
                .isEqualTo("There is nothing here");
    }

    @Test
    void at_an_unknown_address_a_program_gets_json() {
        var answer = given().get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    @Tag("RFC9110-15.5.6")
    void at_an_address_for_posts_a_person_gets_a_page_that_says_so() {
        Response page = opens("/logout/decision");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login | text/html",
                "/login | text/html;q=0.9",
                "/login | application/xhtml+xml,text/html",
                "/login | application/json",
                "/login | image/png",
                "/login | ;;",
                "/signup | text/html",
                "/errors | text/html",
                "/errors/parameter-missing | application/json",
                "/password-reset | text/html"
            })
    void every_page_is_shown_whatever_is_accepted(String address, String accept) {
        Response page = given().header("Accept", accept).get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    }

    private static Response opens(String address) {
        return given().urlEncodingEnabled(false).header("Accept", BROWSER).get(address);
    }
}
