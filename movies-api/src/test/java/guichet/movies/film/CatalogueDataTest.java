package guichet.movies.film;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The films that the migration loads: many, whole and plausible. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueDataTest {
    @Inject FilmRows rows;

    private List<Film> all;

    @BeforeEach
    void load() {
        all = rows.listAll();
    }

    @Test
    void there_are_three_hundred_and_more() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void each_is_named_by_a_word_that_ends_in_its_year() {
        assertThat(all).allMatch(film -> film.id.matches("[a-z0-9]+(-[a-z0-9]+)*-" + film.year));
    }

    @Test
    void no_film_is_there_twice() {
        var twice =
                all.stream().collect(groupingBy(film -> film.title + film.year)).values().stream()
                        .filter(same -> same.size() > 1)
                        .map(same -> same.getFirst().id);

        assertThat(twice).isEmpty();
    }

    @Test
    void years_and_running_times_are_those_of_films() {
        assertThat(all).allMatch(film -> film.year >= 1895 && film.year <= 2026);
        assertThat(all).allMatch(film -> film.runningTime >= 1 && film.runningTime <= 600);
    }

    @Test
    void nothing_is_blank_or_padded() {
        assertThat(all).allMatch(film -> isNeat(film.title));
        assertThat(all).allMatch(film -> isNeat(film.director));
        assertThat(all).allMatch(film -> isNeat(film.country));
    }

    @Test
    void genres_are_a_small_vocabulary() {
        Set<String> genres =
                all.stream()
                        .flatMap(film -> film.genres.stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all).allMatch(film -> !film.genres.isEmpty());
        assertThat(genres).hasSizeBetween(10, 30).allMatch(genre -> genre.matches("[a-z -]+"));
    }

    @Test
    void the_world_and_a_century_are_in_it() {
        assertThat(all.stream().map(film -> film.country).distinct().count()).isBetween(20L, 80L);
        assertThat(all.stream().map(film -> film.year / 10).distinct().count())
                .isGreaterThanOrEqualTo(10);
    }

    private static boolean isNeat(String text) {
        return !text.isBlank() && text.equals(text.strip());
    }
}
