package guichet.authorization.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.LockWait;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An address is somebody's who reads the letter there and is the person of the account. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailVerificationTest {
    private final Visit elsewhere = new Visit();
    private Newcomer newcomer;

    @Inject Inbox inbox;
    @Inject People people;
    @Inject StandardClaims claims;
    @Inject DataSource rows;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.signsUp();
    }

    @Test
    void letter_and_page_say_which_account_it_is() {
        var letter = inbox.latest(newcomer.email()).getText();

        var page = elsewhere.opens(inbox.link(newcomer.email()));

        assertThat(letter).contains("the account " + newcomer.username());
        assertThat(Jsoup.parse(page.asString()).text())
                .contains(
                        "%s becomes the address of the account %s"
                                .formatted(newcomer.email(), newcomer.username()));
    }

    @Test
    void who_signed_up_presses_once_in_the_same_browser() {
        var page = newcomer.visit().opens(inbox.link(newcomer.email()));

        newcomer.visit().submits(page, Map.of());

        assertThat(Jsoup.parse(page.asString()).select("[type=password]")).isEmpty();
        assertThat(isVerified()).isTrue();
    }

    @Test
    void the_password_of_the_account_confirms_it_in_another_browser() {
        var page = elsewhere.opens(inbox.link(newcomer.email()));

        var answer = elsewhere.submits(page, Map.of("password", Newcomer.PASSWORD));

        assertThat(answer.asString()).contains("is confirmed");
        assertThat(isVerified()).isTrue();
    }

    @Test
    void a_press_by_somebody_who_has_not_the_account_proves_nothing() {
        var page = elsewhere.opens(inbox.link(newcomer.email()));

        var pressed = elsewhere.submits(page, Map.of());
        var guessed = elsewhere.submits(page, Map.of("password", "nine lanterns over calais"));

        assertThat(isRefusedAtThePassword(pressed)).isTrue();
        assertThat(isRefusedAtThePassword(guessed)).isTrue();
        assertThat(isVerified()).isFalse();
    }

    @Test
    void a_press_by_somebody_who_has_another_account_proves_nothing() {
        var other = Newcomer.signsUp().visit();

        var pressed = other.submits(other.opens(inbox.link(newcomer.email())), Map.of());

        assertThat(isRefusedAtThePassword(pressed)).isTrue();
        assertThat(isVerified()).isFalse();
    }

    @Test
    void the_link_stays_good_after_a_wrong_password() {
        var page = elsewhere.opens(inbox.link(newcomer.email()));
        var wrong = elsewhere.submits(page, Map.of("password", "nine lanterns over calais"));

        elsewhere.submits(wrong, Map.of("password", Newcomer.PASSWORD));

        assertThat(isVerified()).isTrue();
    }

    @Test
    void links_to_other_addresses_end_when_one_is_confirmed_and_letters_to_them_do_not_go_out() {
        newcomer.provesAddress(inbox);
        String left = "left-" + newcomer.email();
        String taken = "taken-" + newcomer.email();
        String late = "late-" + newcomer.email();
        newcomer.asksForAddress(left);
        newcomer.asksForAddress(taken);
        var leftPage = newcomer.visit().opens(inbox.link(left));
        var takenPage = newcomer.visit().opens(inbox.link(taken));
        newcomer.asksForAddress(late);

        var confirmed = newcomer.visit().submits(takenPage, Map.of());

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(newcomer.visit().submits(leftPage, Map.of()).statusCode()).isEqualTo(400);
        assertThat(inbox.of(late)).isEmpty();
        assertThat(email()).isEqualTo(taken);
    }

    @Test
    void of_two_links_of_one_person_that_are_used_at_once_one_counts() throws Exception {
        newcomer.provesAddress(inbox);
        String one = "one-" + newcomer.email();
        String other = "other-" + newcomer.email();
        newcomer.asksForAddress(one);
        newcomer.asksForAddress(other);
        var onePage = newcomer.visit().opens(inbox.link(one));
        var otherVisit = newcomer.signsInElsewhere();
        var otherPage = otherVisit.opens(inbox.link(other));

        List<Response> answers =
                atOnce(
                        () -> newcomer.visit().submits(onePage, Map.of()),
                        () -> otherVisit.submits(otherPage, Map.of()));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 400);
        assertThat(email()).isIn(one, other);
    }

    @Test
    void an_address_and_a_password_that_are_changed_by_links_at_once_do_not_fail()
            throws Exception {
        newcomer.provesAddress(inbox);
        String other = "other-" + newcomer.email();
        newcomer.asksForAddress(other);
        var otherPage = newcomer.visit().opens(inbox.link(other));
        elsewhere.submits(
                elsewhere.browser().get("/password-reset"), Map.of("email", newcomer.email()));
        var passwordPage = elsewhere.opens(inbox.link(newcomer.email()));

        List<Response> answers =
                atOnce(
                        () -> newcomer.visit().submits(otherPage, Map.of()),
                        () ->
                                elsewhere.submits(
                                        passwordPage,
                                        Map.of("password", "nine lanterns over calais")));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 400);
    }

    /** Both have begun, and wait for the person, before either of them goes on. */
    private List<Response> atOnce(Callable<Response> one, Callable<Response> other)
            throws Exception {
        try (var browsers = Executors.newFixedThreadPool(2);
                var connection = rows.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select 1 from person where username = '%s' for no key update"
                            .formatted(newcomer.username()));
            Future<Response> first = browsers.submit(one);
            Future<Response> second = browsers.submit(other);
            LockWait.awaitOf(rows, "%person", 2);
            connection.commit();
            return List.of(first.get(), second.get());
        }
    }

    @Test
    void of_two_who_confirm_one_address_at_once_the_later_is_told_that_it_is_no_more()
            throws Exception {
        String shared = "shared-" + newcomer.email();
        var rival = Newcomer.signsUp();
        newcomer.asksForAddress(shared);
        var mine = newcomer.visit().opens(inbox.link(shared));
        rival.asksForAddress(shared);
        var theirs = rival.visit().opens(inbox.link(shared));

        try (var others = Executors.newSingleThreadExecutor();
                var connection = rows.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select 1 from person where username = '%s' for no key update"
                            .formatted(newcomer.username()));
            var held = others.submit(() -> newcomer.visit().submits(mine, Map.of()));
            LockWait.awaitOf(rows, "%person");
            var first = rival.visit().submits(theirs, Map.of());
            connection.commit();

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(held.get().statusCode()).isEqualTo(400);
            assertThat(held.get().asString()).contains("has expired");
        }
        assertThat(email()).isEqualTo(newcomer.email());
    }

    /** Failures are logged, and PostgreSQL's detail would have the values of the row. */
    @Test
    void a_failure_of_the_database_tells_nobodys_address() throws Exception {
        newcomer.provesAddress(inbox);
        var rival = Newcomer.signsUp();

        try (var connection = rows.getConnection();
                var statement = connection.createStatement()) {
            String change =
                    "update person set email = '%s', email_verified = true where username = '%s'"
                            .formatted(newcomer.email(), rival.username());

            assertThatThrownBy(() -> statement.execute(change))
                    .hasMessageContaining("person_verified_email")
                    .hasMessageNotContaining(newcomer.email());
        }
    }

    private Object email() {
        var person = people.findByUsername(newcomer.username()).orElseThrow().id();
        return people.get(person).email().orElseThrow().value();
    }

    private static boolean isRefusedAtThePassword(Response page) {
        return page.statusCode() == 403
                && !Jsoup.parse(page.asString()).select("#password-fault").isEmpty();
    }

    private boolean isVerified() {
        var person = people.findByUsername(newcomer.username()).orElseThrow().id();
        return claims.of(person, Set.of(StandardClaim.EMAIL_VERIFIED)).containsValue(true);
    }
}
