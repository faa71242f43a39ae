package guichet.authorization.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.people.signin.SignIn.Attempt;
import guichet.authorization.people.signin.SignIn.Attempt.Failed;
import guichet.authorization.people.signin.SignIn.Attempt.Succeeded;
import guichet.authorization.people.signin.SignIn.Attempt.Throttled;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThrottleTest {
    private final String name = "guessed-" + UUID.randomUUID();

    private final Guesser guesser = Guesser.ofNobody(name);

    @Inject People people;
    @Inject SignIn signIn;
    @Inject SignInThrottle throttle;
    @Inject TestClock clock;
    @Inject EntityManager database;

    @AfterEach
    void setTheClock() {
        clock.reset();
        throttle.reset(Guesser.of(people.findByUsername("alice").orElseThrow(), Optional.empty()));
    }

    @Test
    void the_rest_grows_from_seconds_to_a_quarter_of_an_hour() {
        guess(4);

        assertThat(restAfterAnotherGuess()).isBetween(4L, 6L);
        assertThat(restAfterAnotherGuess()).isBetween(9L, 11L);
        assertThat(restAfterAnotherGuess()).isBetween(19L, 21L);
        IntStream.range(0, 10).forEach(_ -> restAfterAnotherGuess());
        assertThat(restAfterAnotherGuess()).isBetween(899L, 901L);
    }

    @Test
    void a_resting_name_is_not_opened_by_the_right_password_either() {
        IntStream.range(0, 5).forEach(_ -> attempt("alice", "wrong"));

        assertThat(alice()).isInstanceOf(Throttled.class);
        clock.pass(Duration.ofSeconds(7));
        assertThat(alice()).isInstanceOf(Succeeded.class);
    }

    @Test
    void a_success_starts_anew() {
        IntStream.range(0, 4).forEach(_ -> attempt("alice", "wrong"));
        alice();

        IntStream.range(0, 4).forEach(_ -> attempt("alice", "wrong"));

        assertThat(alice()).isInstanceOf(Succeeded.class);
    }

    @Test
    void of_racing_guesses_no_more_are_tried_than_one_after_the_other() throws Exception {
        Callable<Attempt> guess = () -> attempt(name, "wrong");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Attempt>();
            for (var race : racers.invokeAll(Collections.nCopies(32, guess))) {
                attempts.add(race.get());
            }

            assertThat(attempts).filteredOn(Failed.class::isInstance).hasSize(5);
            assertThat(attempts).filteredOn(Throttled.class::isInstance).hasSize(27);
        }
    }

    @Test
    void other_spellings_of_a_name_count_as_the_same() {
        guess(3);
        attempt(name.toUpperCase(Locale.ROOT), "wrong");
        attempt("  " + name.replace('g', '\uFF47'), "wrong"); // full-width g

        assertThat(attempt(name, "wrong")).isInstanceOf(Throttled.class);
    }

    @Test
    void an_attempt_that_was_not_made_does_not_count() {
        guess(4);
        throttle.attempt(guesser);

        throttle.takeBack(guesser);

        assertThat(attempt(name, "wrong")).isInstanceOf(Failed.class);
    }

    @Test
    void a_name_at_which_nobody_guessed_leaves_nothing() {
        throttle.attempt(guesser);

        throttle.takeBack(guesser);

        assertThat(rows()).isZero();
    }

    @Test
    void what_one_takes_back_is_not_what_another_tried() {
        throttle.attempt(guesser);
        throttle.attempt(guesser);

        throttle.takeBack(guesser);

        assertThat(rows()).isOne();
    }

    @Test
    void guesses_of_yesterday_are_forgotten() {
        guess(5);

        clock.pass(Duration.ofHours(25));
        throttle.forgetOld();
        guess(4);

        assertThat(attempt(name, "wrong")).isInstanceOf(Failed.class);
    }

    private long rows() {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from sign_in_throttle"
                                        + " where username_sha256 = :name",
                                Long.class)
                        .setParameter("name", guesser.sha256())
                        .getSingleResult();
    }

    private void guess(int times) {
        IntStream.range(0, times).forEach(_ -> throttle.attempt(guesser));
    }

    /** Makes a guess, finds the next one refused, and waits until the name has rested. */
    private long restAfterAnotherGuess() {
        assertThat(throttle.attempt(guesser)).isEmpty();
        Duration rest = throttle.attempt(guesser).orElseThrow();
        clock.pass(rest);
        return rest.toSeconds();
    }

    private Attempt alice() {
        return attempt("alice", "alice-opens-the-door");
    }

    /** By a browser that nobody has signed in at, for no client. */
    private Attempt attempt(String username, String password) {
        return signIn.attempt(username, password, List.of(), Optional.empty());
    }
}
