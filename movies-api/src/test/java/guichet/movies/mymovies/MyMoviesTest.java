package guichet.movies.mymovies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.movies.caller.Caller;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person's own list, and who is kept from it. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MyMoviesTest {
    private static final String BOTH = "movies:read movies:write";

    private final Caller alice = Caller.person(BOTH);

    @Test
    void a_list_starts_empty() {
        var list = alice.gets("/my-movies");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.jsonPath().getList("films")).isEmpty();
        assertThat(list.jsonPath().getLong("total")).isZero();
    }

    @Test
    void a_listed_film_is_shown_the_latest_first() {
        alice.lists("la-haine-1995");
        alice.lists("nosferatu-1922");

        var list = alice.gets("/my-movies").jsonPath();

        assertThat(list.getList("films.id")).containsExactly("nosferatu-1922", "la-haine-1995");
        assertThat(list.getString("films[1].title")).isEqualTo("La Haine");
    }

    @Test
    @Tag("RFC9110-9.2.2")
    void listing_and_unlisting_may_be_repeated() {
        assertThat(alice.lists("la-haine-1995")).isEqualTo(204);
        assertThat(alice.lists("la-haine-1995")).isEqualTo(204);
        assertThat(filmsOf(alice)).containsExactly("la-haine-1995");

        assertThat(alice.unlists("la-haine-1995")).isEqualTo(204);
        assertThat(alice.unlists("la-haine-1995")).isEqualTo(204);
        assertThat(filmsOf(alice)).isEmpty();
    }

    @Test
    void racing_calls_list_a_film_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(Collections.nCopies(20, () -> alice.lists("la-haine-1995")));

            assertThat(answers.stream().map(Future::resultNow)).containsOnly(204);
        }

        assertThat(filmsOf(alice)).containsExactly("la-haine-1995");
    }

    @Test
    void nobody_sees_or_changes_another_persons_list() {
        var bob = Caller.person(BOTH);
        alice.lists("la-haine-1995");

        bob.unlists("la-haine-1995");

        assertThat(filmsOf(bob)).isEmpty();
        assertThat(filmsOf(alice)).containsExactly("la-haine-1995");
    }

    @Test
    void the_list_is_the_persons_whichever_application_asks() {
        String subject = UUID.randomUUID().toString();
        Caller.person(subject, BOTH).lists("la-haine-1995");

        assertThat(filmsOf(Caller.person(subject, "movies:read"))).containsExactly("la-haine-1995");
    }

    @Test
    void a_list_is_shown_in_pages() {
        List.of("la-haine-1995", "nosferatu-1922", "the-kid-1921").forEach(alice::lists);

        var last = alice.gets("/my-movies?page=1&size=2");

        assertThat(last.jsonPath().getList("films.id")).containsExactly("la-haine-1995");
        assertThat(last.jsonPath().getLong("total")).isEqualTo(3);
        assertThat(last.header("Link")).isEqualTo("<?size=2&page=0>; rel=\"prev\"");
        assertThat(alice.gets("/my-movies?size=101").statusCode()).isEqualTo(400);
    }

    @Test
    void a_film_that_is_not_in_the_catalogue_is_not_found() {
        assertThat(alice.lists("no-such-film-1999")).isEqualTo(404);
        assertThat(alice.unlists("no-such-film-1999")).isEqualTo(404);
        assertThat(alice.lists("%00")).isEqualTo(400);
    }

    @Test
    @Tag("RFC6750-3.1")
    void reading_does_not_allow_writing_nor_the_reverse() {
        var reader = Caller.person("movies:read");
        var writer = Caller.person("movies:write");

        assertThat(reader.lists("la-haine-1995")).isEqualTo(403);
        assertThat(reader.unlists("la-haine-1995")).isEqualTo(403);
        assertThat(writer.gets("/my-movies").statusCode()).isEqualTo(403);
        assertThat(reader.gets("/my-movies").statusCode()).isEqualTo(200);
    }

    @Test
    void an_application_acting_as_itself_has_no_list() {
        var refused = Caller.application(BOTH).gets("/my-movies");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .contains(
                        " scope=\"movies:read\", error=\"insufficient_scope\","
                                + " error_description=\"only a person's token opens this\","
                                + " error_uri=\"")
                .endsWith("/errors/person-required\"");
    }

    @Test
    void without_a_token_every_door_is_closed() {
        assertThat(given().get("/my-movies").statusCode()).isEqualTo(401);
        assertThat(given().put("/my-movies/la-haine-1995").statusCode()).isEqualTo(401);
        assertThat(given().delete("/my-movies/la-haine-1995").statusCode()).isEqualTo(401);
        assertThat(given().put("/my-movies/no-such-film-1999").statusCode()).isEqualTo(401);
    }

    @Test
    void the_list_opens_while_the_issuer_is_away() {
        TestIssuer.goesAway();
        try {
            assertThat(alice.gets("/my-movies").statusCode()).isEqualTo(200);
        } finally {
            TestIssuer.publishes(TestIssuer.KEY);
        }
    }

    private static List<String> filmsOf(Caller caller) {
        return caller.gets("/my-movies").jsonPath().getList("films.id");
    }
}
