package guichet.moviesapp.film;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {
    private final Visit guest = new Visit();

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
        MoviesApi.behaves();
    }

    @Test
    void guests_see_the_films_and_no_token_is_used() {
        Page page = guest.opens("/films");

        assertThat(page.html().select("tbody td").eachText())
                .containsExactly("1995", "Mathieu Kassovitz", "France", "98", "drama, crime");
        assertThat(page.html().select("button[name=change]")).isEmpty();
        assertThat(MoviesApi.requests())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.getHeaders().keys()).doesNotContain("Authorization"));
    }

    @Test
    void what_is_looked_for_reaches_the_api_and_stays_in_the_field() {
        Page page = guest.opens("/films?q=a%22%3Cb%3E%26c");

        assertThat(page.html().expectFirst("input[name=q]").val()).isEqualTo("a\"<b>&c");
        assertThat(MoviesApi.requests())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.queryParameter("q").firstValue()).isEqualTo("a\"<b>&c"));
    }

    @Test
    void who_finds_nothing_is_told_in_words() {
        MoviesApi.finds("{\"films\": [], \"page\": 0, \"size\": 20, \"total\": 0}");

        Page page = guest.opens("/films?q=zzz");

        assertThat(page.html().text()).contains("No films found with “zzz”");
    }

    @Test
    void what_the_api_says_is_escaped() {
        MoviesApi.finds(
                """
                {"films": [{"id": "x", "title": "<b>Bold</b>", "year": 1999, "director": "\\"", "country": "&",
                 "running_time": 1, "genres": []}], "page": 0, "size": 20, "total": 1}\
                """);

        Page page = guest.opens("/films");

        assertThat(page.html().expectFirst("tbody th").text()).isEqualTo("<b>Bold</b>");
    }

    @Test
    void pages_lead_to_those_beside_them() {
        MoviesApi.finds("{\"films\": [], \"page\": 1, \"size\": 20, \"total\": 60}");

        var links = guest.opens("/films?q=l%27a%26b&page=1").html();

        assertThat(links.expectFirst("a[rel=prev]").attr("href"))
                .isEqualTo("/films?q=l%27a%26b&page=0");
        assertThat(links.expectFirst("a[rel=next]").attr("href"))
                .isEqualTo("/films?q=l%27a%26b&page=2");
    }

    @Test
    void what_the_api_cannot_search_for_is_refused_likewise() {
        MoviesApi.answers(400);

        Page page = guest.opens("/films?page=-1");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This cannot be done");
    }

    @Test
    void when_the_api_is_away_the_page_says_so() {
        MoviesApi.isAway();

        Page page = guest.opens("/films");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("The films are not available right now");
    }
}
