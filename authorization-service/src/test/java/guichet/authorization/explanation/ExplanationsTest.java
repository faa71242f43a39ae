package guichet.authorization.explanation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Reason;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class ExplanationsTest {
    @ParameterizedTest
    @EnumSource
    void the_page_of_a_code_explains_it(Reason reason) {
        var page = shown("/errors/" + reason);

        assertThat(page.expectFirst("h1").text()).isEqualTo(reason.code());
        assertThat(page.select("h2").eachText())
                .contains("What it means", "The usual cause", "The fix");
        assertThat(page.title()).startsWith("Error " + reason.code());
    }

    @Test
    void the_index_leads_to_every_page() {
        var links = shown("/errors").select("li a").eachAttr("href");

        assertThat(links)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Reason.values()).map(it -> "/errors/" + it).toList());
    }

    @Test
    void what_looks_like_html_is_shown_as_it_is_written() {
        var page = shown("/errors/redirect-uri-not-allowed");

        assertThat(page.select("article :is(script, style, img, iframe, form)")).isEmpty();
        assertThat(page.select("pre").text()).contains("https://*.cine.example/cb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-error", "README", "PARAMETER_MISSING", "..application"})
    void an_unknown_code_has_a_page_that_leads_to_the_index(String code) {
        Response answer = given().urlEncodingEnabled(false).get("/errors/" + code);

        assertThat(answer.statusCode()).isEqualTo(404);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("[lang=en]").text()).contains("no error has this name");
        assertThat(page.select("a").eachAttr("href")).contains("/errors");
    }

    private static Document shown(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        return Jsoup.parse(answer.asString());
    }
}
