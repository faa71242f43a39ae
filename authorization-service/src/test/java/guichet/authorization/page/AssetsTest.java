package guichet.authorization.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssetsTest {
    @Test
    @Tag("RFC8246-2")
    void what_pages_load_is_kept_for_a_year_and_has_another_address_when_it_changes() {
        assertThat(loaded())
                .hasSize(3)
                .allMatch(address -> address.contains("?v=") || address.contains("/2.1.1/"))
                .allSatisfy(address ->
                        assertThat(given().get(address).header("Cache-Control"))
                                .contains("immutable", "max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?v=", "?v=0123456789ab", "?w=0123456789ab"})
    void an_address_that_does_not_name_this_version_is_not_kept(String query) {
        assertThat(loaded().filter(address -> address.contains("?v=")))
                .isNotEmpty()
                .map(address -> address.substring(0, address.indexOf('?')) + query)
                .allSatisfy(address ->
                        assertThat(given().get(address).header("Cache-Control"))
                                .isEqualTo("no-store"));
    }

    @Test
    void what_pages_load_is_compressed() {
        assertThat(loaded())
                .allSatisfy(address ->
                        assertThat(
                                        given().header("Accept-Encoding", "gzip")
                                                .get(address)
                                                .header("Content-Encoding"))
                                .isEqualTo("gzip"));
    }

    @Test
    void pages_are_not_compressed_since_they_hold_secrets_of_forms() {
        var page = given().header("Accept-Encoding", "gzip").get("/login");

        assertThat(page.header("Content-Encoding")).isNull();
    }

    private static Stream<String> loaded() {
        var html = Jsoup.parse(given().get("/login").asString());
        return html.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href").stream();
    }
}
