package guichet.authorization.people.account;

import static guichet.authorization.people.account.Newcomer.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.mailer.Mail;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordResetTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    private final Visit visit = new Visit();
    private Newcomer newcomer;

    @Inject Inbox inbox;
    @Inject TestClock clock;
    @Inject DataSource rows;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.whoProvedTheAddress(inbox);
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void who_forgot_the_password_chooses_another_one_by_the_mailed_link() {
        asksFor(newcomer.email());

        var page = visit.opens(inbox.link(newcomer.email()));
        var answer = chooses(page, NEW_PASSWORD);

        assertThat(Jsoup.parse(page.asString()).expectFirst("#username").attr("value"))
                .isEqualTo(newcomer.username());
        assertThat(answer.asString()).contains("Your password has been changed");
        assertThat(newcomer.triesToSignIn(visit, Newcomer.PASSWORD).statusCode()).isEqualTo(403);
        assertThat(newcomer.triesToSignIn(visit, NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void no_browser_stays_signed_in() {
        asksFor(newcomer.email());

        chooses(visit.opens(inbox.link(newcomer.email())), NEW_PASSWORD);

        assertThat(isSignedIn(newcomer.visit())).isFalse();
        assertThat(inbox.latest(newcomer.email()).getSubject()).contains("was changed");
    }

    /** It may be a stranger's mailbox. */
    @Test
    void nothing_is_sent_to_an_address_that_nobody_has_proved() {
        var unproved = Newcomer.signsUp();

        String answer = asksFor(unproved.email()).asString();

        assertThat(inbox.of(unproved.email()))
                .extracting(Mail::getSubject)
                .containsExactly("Confirm your e-mail address");
        assertThat(answer).isEqualTo(asksFor(newcomer.email()).asString());
    }

    @Test
    void nothing_tells_an_address_that_nobody_has() {
        String known = asksFor(newcomer.email()).asString();
        String unknown = asksFor("nobody@people.example").asString();

        assertThat(unknown).isEqualTo(known);
        assertThat(inbox.of("nobody@people.example")).isEmpty();
    }

    /** Whose mailbox it is that a stranger wrote is for nobody here to know, RFC 5321 §2.4. */
    @Test
    void a_letter_goes_to_the_address_of_the_account_however_it_was_typed() {
        String typed = newcomer.email().toUpperCase(Locale.ROOT);

        asksFor(typed);

        assertThat(inbox.latest(newcomer.email()).getSubject()).contains("new password");
        assertThat(inbox.of(typed)).isEmpty();
    }

    @Test
    void a_link_is_good_once() {
        asksFor(newcomer.email());
        var page = visit.opens(inbox.link(newcomer.email()));
        chooses(page, NEW_PASSWORD);

        var again = chooses(page, "seven bridges and a rope");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString()).contains("has expired");
        assertThat(newcomer.triesToSignIn(visit, NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void of_racing_choices_one_counts() throws Exception {
        asksFor(newcomer.email());
        var page = visit.opens(inbox.link(newcomer.email()));
        Callable<Integer> race = () -> chooses(page, NEW_PASSWORD).statusCode();

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var future : racers.invokeAll(Collections.nCopies(4, race))) {
                statuses.add(future.get());
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 400, 400, 400);
        }
    }

    @Test
    void a_link_is_good_for_half_an_hour() {
        asksFor(newcomer.email());
        String link = inbox.link(newcomer.email());

        clock.pass(Duration.ofMinutes(29));
        int before = visit.opens(link).statusCode();
        clock.pass(Duration.ofMinutes(2));
        var after = visit.opens(link);

        assertThat(before).isEqualTo(200);
        assertThat(after.statusCode()).isEqualTo(400);
    }

    @Test
    void a_changed_password_ends_the_links_that_were_mailed_before() {
        asksFor(newcomer.email());
        String link = inbox.link(newcomer.email());

        var form = newcomer.visit().browser().get("/account/password");
        newcomer.visit()
                .submits(
                        form,
                        Map.of("current_password", Newcomer.PASSWORD, "password", NEW_PASSWORD));

        assertThat(visit.opens(link).statusCode()).isEqualTo(400);
    }

    /** Whoever reads at the old address need not be the person any more. */
    @Test
    void a_link_to_the_old_address_ends_when_another_one_is_confirmed() {
        asksFor(newcomer.email());
        String link = inbox.link(newcomer.email());
        var open = visit.opens(link);
        String other = "moved-" + newcomer.email();

        newcomer.asksForAddress(other);
        confirms(inbox.link(other));

        assertThat(visit.opens(link).statusCode()).isEqualTo(400);
        assertThat(chooses(open, NEW_PASSWORD).statusCode()).isEqualTo(400);
        assertThat(newcomer.triesToSignIn(visit, Newcomer.PASSWORD).statusCode()).isEqualTo(303);
    }

    /** As that of a letter that was being written when the address changed. */
    @Test
    void a_link_is_good_only_while_the_account_has_the_address_it_was_mailed_to() throws Exception {
        asksFor(newcomer.email());
        String link = inbox.link(newcomer.email());
        var open = visit.opens(link);

        setAddress("moved-" + newcomer.email());

        assertThat(visit.opens(link).statusCode()).isEqualTo(400);
        assertThat(chooses(open, NEW_PASSWORD).statusCode()).isEqualTo(400);

        setAddress(newcomer.email().toUpperCase(Locale.ROOT));

        assertThat(chooses(open, NEW_PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_weak_password_is_refused_and_the_link_stays_good() {
        asksFor(newcomer.email());
        var page = visit.opens(inbox.link(newcomer.email()));

        var weak = chooses(page, newcomer.username() + newcomer.username());
        var good = chooses(weak, NEW_PASSWORD);

        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(weak.asString()).select("#password-fault")).hasSize(1);
        assertThat(good.statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_to_prove_an_address_opens_no_account() {
        String token = inbox.link(Newcomer.signsUp().email()).replaceAll(".*link=", "");

        assertThat(visit.opens("/password-reset/new?link=" + token).statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_no_address_is_said_beside_the_field() {
        var page = asksFor("nowhere");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(page.asString()).select("#email-fault")).hasSize(1);
    }

    @Test
    void a_form_from_elsewhere_sends_nothing() {
        int before = inbox.of(newcomer.email()).size();

        var page =
                visit.submits(
                        visit.browser().get("/password-reset"),
                        Map.of("email", newcomer.email(), "csrf", "forged"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(inbox.of(newcomer.email())).hasSize(before);
    }

    private void confirms(String link) {
        var page = newcomer.visit().opens(link);
        assertThat(newcomer.visit().submits(page, Map.of()).statusCode()).isEqualTo(200);
    }

    private void setAddress(String address) throws SQLException {
        try (var connection = rows.getConnection();
                var change =
                        connection.prepareStatement(
                                "update person set email = ? where username = ?")) {
            change.setString(1, address);
            change.setString(2, newcomer.username());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private Response asksFor(String address) {
        return visit.submits(visit.browser().get("/password-reset"), Map.of("email", address));
    }

    private Response chooses(Response page, String password) {
        return visit.submits(page, Map.of("password", password));
    }
}
