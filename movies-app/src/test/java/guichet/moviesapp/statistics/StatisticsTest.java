package guichet.moviesapp.statistics;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatisticsTest {
    private final Visit guest = new Visit();

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
        MoviesApi.behaves();
    }

    @Test
    @Tag("RFC6749-4.4")
    void the_application_asks_as_itself() {
        Page page = guest.opens("/statistics");

        assertThat(page.html().text()).contains("412 films, kept 7 times");
        assertThat(page.html().select("ol li").eachText()).containsExactly("La Haine (3)");
        assertThat(MoviesApi.requests())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.getHeader("Authorization"))
                                .isEqualTo("Bearer the-applications-token"));
    }

    @Test
    void whoever_is_signed_in_the_application_asks_as_itself() {
        guest.signsIn();
        MoviesApi.behaves();

        guest.opens("/statistics");

        assertThat(MoviesApi.requests())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.getHeader("Authorization"))
                                .isEqualTo("Bearer the-applications-token"));
    }

    @Test
    void when_the_api_refuses_the_page_says_so() {
        MoviesApi.answers(403);

        assertThat(guest.opens("/statistics").heading()).isEqualTo("This is not allowed");
    }
}
