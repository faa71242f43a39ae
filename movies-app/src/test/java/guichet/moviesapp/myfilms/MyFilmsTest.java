package guichet.moviesapp.myfilms;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MyFilmsTest {
    private final Visit alice = new Visit();

    @BeforeEach
    void alice_is_signed_in() {
        Provider.behaves();
        MoviesApi.behaves();
        alice.signsIn();
        MoviesApi.behaves();
    }

    @Test
    @Tag("RFC6750-2.1")
    void the_list_is_asked_for_with_the_persons_own_token() {
        Page page = alice.opens("/my-films");

        assertThat(page.html().select("tbody tr th").eachText()).containsExactly("La Haine");
        assertThat(MoviesApi.requests())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.getHeader("Authorization")).isEqualTo("Bearer alices-token"));
    }

    @Test
    void a_film_is_kept_by_its_button_in_the_catalogue() {
        Page page = alice.presses(alice.opens("/films"), "button[value=add]");

        assertThat(page.address()).hasPath("/films");
        assertThat(MoviesApi.requests())
                .anySatisfy(it -> {
                    assertThat(it.getMethod().value()).isEqualTo("PUT");
                    assertThat(it.getUrl()).isEqualTo("/my-movies/la-haine-1995");
                    assertThat(it.getHeader("Authorization")).isEqualTo("Bearer alices-token");
                });
    }

    @Test
    void who_keeps_a_film_stays_where_they_were_and_is_told() {
        Page page = alice.presses(alice.opens("/films?q=l%27a%26b&page=1"), "button[value=add]");

        assertThat(page.address().getRawQuery()).isEqualTo("q=l%27a%26b&page=0&kept=la-haine-1995");
        var row = page.html().expectFirst("#la-haine-1995");
        assertThat(row.select("[role=status]").text()).isEqualTo("On your list");
        assertThat(row.select("button")).isEmpty();
    }

    @Test
    void a_guest_is_not_told_that_a_film_is_kept() {
        assertThat(new Visit().opens("/films?kept=la-haine-1995").html().select("[role=status]"))
                .isEmpty();
    }

    @Test
    void who_removes_the_last_film_of_a_page_sees_the_page_before() {
        MoviesApi.listsNothingOnPage(1);

        Page page = alice.opens("/my-films?page=1&removed=true");

        assertThat(page.html().select("tbody tr th").eachText()).containsExactly("La Haine");
        assertThat(page.html().expectFirst("input[name=page]").val()).isEqualTo("0");
    }

    @Test
    void who_removes_a_film_is_told() {
        Page page = alice.presses(alice.opens("/my-films"), "button[value=remove]");

        assertThat(page.html().select("[role=status]").text())
                .isEqualTo("It has been removed from your list.");
    }

    @Test
    void a_film_is_removed_by_its_button_in_the_list() {
        Page page = alice.presses(alice.opens("/my-films"), "button[value=remove]");

        assertThat(page.address()).hasPath("/my-films");
        assertThat(MoviesApi.requests())
                .anySatisfy(it -> assertThat(it.getMethod().value()).isEqualTo("DELETE"));
    }

    @Test
    void nothing_is_changed_by_a_form_from_elsewhere() {
        Page page = alice.post("/my-films", Map.of("film", "la-haine-1995", "change", "add"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This cannot be done");
        assertThat(MoviesApi.requests()).isEmpty();
    }

    @Test
    void a_film_that_does_not_exist_is_a_page_that_says_so() {
        Page page = presses("no-such-film", "add");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("There is nothing here");
    }

    @Test
    void the_name_of_a_film_leads_to_no_other_address_of_the_api() {
        presses("../stats_movies", "add");

        assertThat(MoviesApi.requests())
                .allSatisfy(it -> assertThat(it.getUrl()).startsWith("/my-movies/..%2F"));
    }

    @Test
    void a_change_that_nobody_knows_is_refused() {
        Page page = presses("la-haine-1995", "eat");

        assertThat(page.status()).isEqualTo(400);
        assertThat(MoviesApi.requests()).isEmpty();
    }

    /** The button of the catalogue, with other values. */
    private Page presses(String film, String change) {
        Page catalogue = alice.opens("/films");
        String token = catalogue.html().expectFirst("input[name=csrf-token]").val();
        MoviesApi.behaves();
        return alice.post("/my-films", Map.of("csrf-token", token, "film", film, "change", change));
    }

    @Test
    @Tag("RFC6750-3.1")
    void when_the_api_takes_the_token_no_longer_one_signs_in_again() {
        MoviesApi.answers(401);

        Page page = alice.opens("/my-films");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("Your permission has ended");
        assertThat(alice.hasSession()).isFalse();
    }

    @Test
    void when_the_api_is_away_the_page_says_so_and_the_session_lasts() {
        MoviesApi.isAway();

        Page page = alice.opens("/my-films");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("The films are not available right now");
        assertThat(alice.hasSession()).isTrue();
    }

    @Test
    void when_the_api_fails_the_page_says_so() {
        MoviesApi.answers(500);

        assertThat(alice.opens("/my-films").status()).isEqualTo(503);
    }

    @Test
    void when_the_api_does_not_permit_it_the_page_says_so() {
        MoviesApi.answers(403);

        Page page = alice.opens("/my-films");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("This is not allowed");
    }
}
