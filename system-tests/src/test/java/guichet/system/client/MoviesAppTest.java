package guichet.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.stack.Service;
import guichet.system.actor.Browser.Page;
import guichet.system.actor.Person;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The stock client {@code quarkus-oidc}, as the movies application uses it, in a person's hands.
 */
@DisturbsStack
class MoviesAppTest {
    private static final String FILM = "input[value=la-haine-1995] ~ button";

    private final Suite stack;
    private final Person bob;

    MoviesAppTest(Suite stack) {
        this.stack = stack;
        this.bob = stack.visitor("bob");
    }

    @Test
    @Tag("OIDC-Core-3.1")
    void a_person_signs_in_and_sees_their_films() {
        Page page = bob.visits(stack.application("/my-films"));

        assertThat(page.address()).isEqualTo(stack.application("/my-films"));
        assertThat(page.heading()).isEqualTo("My films");
        assertThat(page.html().select("nav bdi").text()).isEqualTo("Bob Miller");
    }

    @Test
    void a_person_keeps_a_film_and_removes_it() {
        bob.visits(stack.application("/sign-in"));

        Page kept = bob.presses(bob.opens(stack.application("/films?q=haine")), FILM);
        Page listed = bob.opens(stack.application("/my-films"));
        Page removed = bob.presses(listed, FILM);

        assertThat(kept.address().getPath()).isEqualTo("/films");
        assertThat(listed.body()).contains("La Haine");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body()).doesNotContain("La Haine");
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void a_person_who_refuses_is_told_so() {
        Page page = stack.visitor("alice").visitsAndRefuses(stack.application("/my-films"));

        assertThat(page.address().getPath()).isEqualTo("/sign-in-refused");
        assertThat(page.heading()).isEqualTo("You refused");
    }

    @Test
    @Tag("RFC6749-4.4")
    void anybody_sees_the_statistics_that_the_application_fetches_as_itself() {
        Page page = bob.opens(stack.application("/statistics"));

        assertThat(page.heading()).isEqualTo("Statistics");
        assertThat(page.html().select("th[scope=row]").eachText())
                .contains("1990", "France", "drama");
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void a_person_signs_out_here_and_at_the_provider() {
        Page films = bob.visits(stack.application("/my-films"));

        Page out = bob.confirms(bob.presses(films, "form[action=/sign-out] button"));

        assertThat(out.address().getPath()).isEqualTo("/");
        assertThat(out.html().select("a[href^=/sign-in]")).isNotEmpty();
        assertThat(bob.opens(stack.application("/my-films")).body()).contains("name=\"password\"");
    }

    @Test
    void without_the_api_the_page_says_so_and_the_session_lasts() {
        bob.visits(stack.application("/my-films"));
        stack.stop(Service.MOVIES);
        try {
            assertThat(bob.opens(stack.application("/my-films")).heading())
                    .isEqualTo("The films are not available right now");
        } finally {
            stack.start(Service.MOVIES);
        }

        assertThat(bob.opens(stack.application("/my-films")).heading()).isEqualTo("My films");
    }

    @Test
    void without_the_other_services_who_is_signed_in_goes_on() {
        bob.visits(stack.application("/my-films"));
        stack.stop(Service.TOKEN);
        stack.stop(Service.AUTHORIZATION);
        try {
            assertThat(bob.opens(stack.application("/my-films")).heading()).isEqualTo("My films");
        } finally {
            stack.start(Service.AUTHORIZATION);
            stack.start(Service.TOKEN);
        }
    }
}
