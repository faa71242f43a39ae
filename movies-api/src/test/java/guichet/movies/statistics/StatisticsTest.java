package guichet.movies.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.movies.caller.Caller;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Statistics on all lists, for applications only. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatisticsTest {
    private static final String HAXAN = "haxan-1922"; // documentary and horror, of Sweden

    private final Caller console = Caller.application("stats:read");

    @Test
    void each_film_counts_in_its_decade_and_in_its_country() {
        var statistics = statistics();

        assertThat(sum(statistics, "by_decade.films")).isEqualTo(statistics.getInt("films"));
        assertThat(sum(statistics, "by_country.films")).isEqualTo(statistics.getInt("films"));
        assertThat(sum(statistics, "by_genre.films")).isGreaterThan(statistics.getInt("films"));
        assertThat(statistics.getList("by_decade.name", String.class))
                .isSorted()
                .contains("1990")
                .allMatch(name -> name.endsWith("0"));
    }

    @Test
    void a_listing_counts_in_its_decade_country_and_each_of_its_genres() {
        var before = statistics();

        Caller.person("movies:write").lists(HAXAN);

        var after = statistics();
        assertThat(after.getInt("listings")).isEqualTo(before.getInt("listings") + 1);
        Stream.of("by_decade 1920", "by_country Sweden", "by_genre horror", "by_genre documentary")
                .map(place -> place.split(" "))
                .forEach(place ->
                        assertThat(listings(after, place[0], place[1]))
                                .isEqualTo(listings(before, place[0], place[1]) + 1));
        assertThat(listings(after, "by_genre", "western"))
                .isEqualTo(listings(before, "by_genre", "western"));
    }

    @Test
    void the_most_listed_film_leads_and_no_person_is_told() {
        IntStream.range(0, 30).forEach(_ -> Caller.person("movies:write").lists(HAXAN));

        var statistics = statistics();

        assertThat(statistics.getString("most_listed[0].id")).isEqualTo(HAXAN);
        assertThat(statistics.getString("most_listed[0].title")).isEqualTo("Häxan");
        assertThat(statistics.getInt("most_listed[0].listings")).isGreaterThanOrEqualTo(30);
        assertThat(statistics.getList("most_listed")).hasSizeLessThanOrEqualTo(10);
        assertThat(statistics.prettify()).doesNotContain("person");
    }

    @Test
    void a_person_is_refused_even_with_the_scope() {
        var refused = Caller.person("stats:read").gets("/stats_movies");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .contains("scope=\"stats:read\"")
                .contains("only an application's own token opens this");
    }

    @Test
    void an_application_without_the_scope_is_refused() {
        assertThat(Caller.application("movies:read").gets("/stats_movies").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/stats_movies").statusCode()).isEqualTo(401);
    }

    private JsonPath statistics() {
        var answer = console.gets("/stats_movies");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static int sum(JsonPath statistics, String counts) {
        return statistics.getList(counts, Integer.class).stream().mapToInt(Integer::intValue).sum();
    }

    private static int listings(JsonPath statistics, String by, String name) {
        return statistics.getInt("%s.find { it.name == '%s' }.listings".formatted(by, name));
    }
}
