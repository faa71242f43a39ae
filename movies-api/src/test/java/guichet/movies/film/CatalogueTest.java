package guichet.movies.film;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public catalogue: search, pages, and what is refused. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {
    @Test
    void the_catalogue_needs_no_token() {
        var answer = search("page=0");

        assertThat(answer.jsonPath().getList("films")).hasSize(20);
        assertThat(answer.jsonPath().getLong("total")).isGreaterThanOrEqualTo(300);
        assertThat(answer.jsonPath().getInt("page")).isZero();
    }

    @Test
    void a_film_is_told_in_full() {
        var film = given().get("/movies/la-haine-1995").jsonPath();

        assertThat(film.getString("title")).isEqualTo("La Haine");
        assertThat(film.getString("director")).isEqualTo("Mathieu Kassovitz");
        assertThat(film.getString("country")).isEqualTo("France");
        assertThat(film.getInt("year")).isEqualTo(1995);
        assertThat(film.getInt("running_time")).isEqualTo(98);
        assertThat(film.getList("genres")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA HAINE", "haine", "kassovitz", " la haine "})
    void text_is_looked_for_in_title_and_director(String text) {
        var answer = given().queryParam("q", text).get("/movies");

        assertThat(answer.jsonPath().getList("films.id")).contains("la-haine-1995");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "\\", "' or 1=1 --", "{x}", "zzzzzz"})
    void text_is_meant_literally(String text) {
        var films = given().queryParam("q", text).get("/movies").jsonPath();

        assertThat(films.getList("films.title", String.class)).allMatch(it -> it.contains(text));
        assertThat(films.getLong("total")).isLessThan(20);
    }

    @Test
    void filters_hold_together() {
        var films = search("genre=Drama&country=france&decade=1990&size=100").jsonPath();

        assertThat(films.getList("films.country")).isNotEmpty().containsOnly("France");
        assertThat(films.getList("films.year", Integer.class))
                .allMatch(year -> year >= 1990 && year <= 1999);
        assertThat(films.<List<String>>getList("films.genres"))
                .allMatch(it -> it.contains("drama"));
    }

    @Test
    void a_year_is_that_year() {
        var films = search("year=1995").jsonPath();

        assertThat(films.getList("films.year")).isNotEmpty().containsOnly(1995);
    }

    @Test
    void an_empty_parameter_is_as_good_as_none() {
        var films = search("q=&genre=&country=%20&decade=&year=").jsonPath();

        assertThat(films.getLong("total")).isEqualTo(search("page=0").jsonPath().getLong("total"));
    }

    @Test
    @Tag("RFC8288-3")
    void following_next_shows_each_film_once() {
        List<String> seen = new ArrayList<>();
        var page = search("size=50");
        seen.addAll(page.jsonPath().getList("films.id"));
        while (linkOf(page, "next") != null) {
            page = search(linkOf(page, "next"));
            seen.addAll(page.jsonPath().getList("films.id"));
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).hasSize(page.jsonPath().getInt("total"));
        assertThat(linkOf(page, "prev")).isNotNull();
    }

    @Test
    @Tag("RFC8288-3")
    void links_keep_what_was_asked_for() {
        var page = given().queryParam("q", "é").queryParam("size", 1).get("/movies");

        var next = search(linkOf(page, "next"));

        assertThat(next.jsonPath().getInt("page")).isEqualTo(1);
        assertThat(next.jsonPath().getLong("total")).isEqualTo(page.jsonPath().getLong("total"));
    }

    @Test
    @Tag("RFC8288-3")
    void links_keep_what_means_nothing_here() {
        var page = search("page=3&size=1&other=%7Bx%7D%25&other=y+z");

        assertThat(linkOf(page, "next")).isEqualTo("size=1&other=%7Bx%7D%25&other=y+z&page=4");
    }

    @Test
    void a_page_after_the_last_is_empty() {
        assertThat(search("page=9999").jsonPath().getList("films")).isEmpty();
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                arguments("page", "-1"),
                arguments("page", "x"),
                arguments("page", "99999999999"),
                arguments("page", "10001"),
                arguments("size", "0"),
                arguments("size", "101"),
                arguments("size", "1.5"),
                arguments("decade", "1995"),
                arguments("decade", "90s"),
                arguments("decade", "2147483640"),
                arguments("year", "1"),
                arguments("year", "x"),
                arguments("q", "a\u0000b"),
                arguments("genre", "\u0000"),
                arguments("country", "a\nb"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void a_bad_value_is_refused_and_named(String parameter, String value) {
        var answer = given().queryParam(parameter, value).get("/movies");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("invalid_request");
        assertThat(answer.jsonPath().getString("error_description"))
                .contains("parameter " + parameter + " ");
    }

    @Test
    void an_overlong_search_is_refused() {
        assertThat(given().queryParam("q", "x".repeat(101)).get("/movies").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-film-1999", "%01", "a%7Fb", "%C3%A9", "%27"})
    void an_unknown_film_is_not_found(String id) {
        var answer = given().urlEncodingEnabled(false).get("/movies/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("error_description")).isNotEmpty();
    }

    private static Response search(String query) {
        var answer = given().urlEncodingEnabled(false).get("/movies?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** The query of the link with this relation, or null. */
    private static String linkOf(Response page, String relation) {
        return page.headers().getValues("Link").stream()
                .filter(link -> link.endsWith("; rel=\"%s\"".formatted(relation)))
                .map(link -> link.substring(2, link.indexOf('>')))
                .findFirst()
                .orElse(null);
    }
}
