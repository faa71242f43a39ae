package guichet.authorization.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stranger who guesses keeps nobody out of a browser where they have signed in before. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownDevicesTest {
    private static final String COOKIE = "guichet_device";
    private static final String OTHER_PASSWORD = "nine lanterns over calais";

    private final Visit home = new Visit();
    private final Visit stranger = new Visit();
    private Newcomer newcomer;

    @Inject TestClock clock;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.signsUp(home);
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void while_a_stranger_guesses_the_person_signs_in_at_their_own_browser() {
        guesses(stranger, 6);
        home.isSignedOut();

        var elsewhere = newcomer.triesToSignIn(new Visit(), Newcomer.PASSWORD);
        var atHome = newcomer.triesToSignIn(home, Newcomer.PASSWORD);

        assertThat(elsewhere.statusCode()).isEqualTo(429);
        assertThat(atHome.statusCode()).isEqualTo(303);
    }

    @Test
    void while_a_stranger_guesses_the_person_can_change_the_password() {
        guesses(stranger, 6);

        assertThat(changesPassword().statusCode()).isEqualTo(303);
    }

    @Test
    void a_success_at_home_does_not_let_the_stranger_go_on() {
        guesses(stranger, 6);
        home.isSignedOut();
        newcomer.triesToSignIn(home, Newcomer.PASSWORD);

        assertThat(newcomer.triesToSignIn(stranger, "another").statusCode()).isEqualTo(429);
    }

    @Test
    void guesses_in_the_persons_own_browser_are_counted_too_and_nowhere_else() {
        home.isSignedOut();

        Response last = guesses(home, 6);

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(newcomer.triesToSignIn(stranger, Newcomer.PASSWORD).statusCode()).isEqualTo(303);
    }

    /** What the thief has is a few more guesses, and no session. */
    @Test
    void a_stolen_cookie_gets_a_count_of_its_own_and_nothing_else() {
        var thief = new Visit();
        thief.steals(COOKIE, home);

        assertThat(Newcomer.isSignedIn(thief)).isFalse();
        assertThat(guesses(thief, 5).statusCode()).isEqualTo(403);
        assertThat(guesses(thief, 1).statusCode()).isEqualTo(429);
        assertThat(newcomer.triesToSignIn(stranger, Newcomer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void the_cookie_of_somebody_else_helps_nobody() {
        guesses(stranger, 6);
        var other = Newcomer.signsUp().visit();
        other.isSignedOut();

        assertThat(newcomer.triesToSignIn(other, Newcomer.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void a_family_at_one_browser_is_known_there_each_of_them() {
        var sister = Newcomer.signsUp(home);
        guesses(stranger, 6);
        home.isSignedOut();

        assertThat(sister.username()).isNotEqualTo(newcomer.username());
        assertThat(newcomer.triesToSignIn(home, Newcomer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void another_password_ends_what_proves_the_browser() {
        var phone = newcomer.signsInElsewhere();
        changesPassword();
        guesses(stranger, 6);

        assertThat(newcomer.triesToSignIn(phone, OTHER_PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void after_ninety_days_the_browser_is_like_any_other() {
        var thief = new Visit();
        thief.steals(COOKIE, home);
        clock.pass(Duration.ofDays(90));
        guesses(stranger, 6);

        assertThat(newcomer.triesToSignIn(thief, Newcomer.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_names_nobody() {
        var signedIn = newcomer.triesToSignIn(new Visit(), Newcomer.PASSWORD);

        var cookie = signedIn.getDetailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofDays(90).toSeconds());
        assertThat(cookie.getValue()).matches("gdn_[\\w-]+\\.\\d+\\.gdv_[\\w-]+");
    }

    private Response guesses(Visit where, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> newcomer.triesToSignIn(where, "guess " + number))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Response changesPassword() {
        return home.submits(
                home.browser().get("/account/password"),
                Map.of("current_password", Newcomer.PASSWORD, "password", OTHER_PASSWORD));
    }
}
