package guichet.authorization.people.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.outbox.WaitingMessages;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.mail.MailServer.Received;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.StandardClaims;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Letters on their way by real SMTP, and what becomes of them when the server is not willing. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailServer.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC5321-3.3")
class SmtpTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/\\S+\\?link=\\S+)");

    @Inject Outbox outbox;
    @Inject WaitingMessages messages;
    @Inject People people;
    @Inject StandardClaims claims;
    @Inject TestClock clock;

    @AfterEach
    void setBack() {
        clock.reset();
        MailServer.goesDown();
        MailServer.comesBack();
    }

    @Test
    void the_link_that_proves_an_address_arrives_and_proves_it() {
        var newcomer = Newcomer.signsUp();

        sends();
        Visit visit = newcomer.visit();
        Response proved = visit.submits(visit.opens(link(newcomer)), Map.of());

        var person = people.findByUsername(newcomer.username()).orElseThrow().id();
        assertThat(proved.statusCode()).isEqualTo(200);
        assertThat(claims.of(person, Set.of(StandardClaim.EMAIL_VERIFIED)))
                .containsEntry("email_verified", true);
    }

    @Test
    void the_link_to_a_new_password_arrives_and_opens_the_account() {
        var newcomer = signsUpAndGetsTheFirstLetter();
        newcomer.visit().submits(newcomer.visit().opens(link(newcomer)), Map.of());
        var visit = new Visit();

        asksForPassword(visit, newcomer);
        sends();
        visit.submits(visit.opens(link(newcomer)), Map.of("password", "nine lanterns over calais"));

        assertThat(newcomer.triesToSignIn(visit, "nine lanterns over calais").statusCode())
                .isEqualTo(303);
    }

    @Test
    @Tag("RFC4954-4")
    void a_letter_comes_from_the_address_of_the_settings_and_from_who_signed_in() {
        var newcomer = signsUpAndGetsTheFirstLetter();

        Received received = received(newcomer).getFirst();

        assertThat(received.identity()).isEqualTo("guichet");
        assertThat(received.from()).isEqualTo("guichet@guichet.example");
        assertThat(received.letter()).contains("Subject: Confirm your e-mail address", "Hello,");
    }

    @Test
    @Tag("RFC5321-4.5.4")
    void while_the_server_is_down_a_letter_waits() {
        MailServer.goesDown();
        var newcomer = signsUpAndHasToWait();

        MailServer.comesBack();
        clock.pass(Duration.ofSeconds(31));
        sends();

        hasItsLetter(newcomer);
    }

    @Test
    @Tag("RFC5321-4.5.4")
    void a_letter_that_the_server_will_not_take_now_is_tried_again() {
        MailServer.takesNoLetter();
        var newcomer = signsUpAndHasToWait();

        MailServer.takesLetters();
        clock.pass(Duration.ofSeconds(31));
        sends();

        hasItsLetter(newcomer);
    }

    @Test
    @Tag("RFC4954-6")
    void a_letter_waits_while_the_server_knows_another_password() {
        MailServer.takesNobody();
        var newcomer = signsUpAndHasToWait();

        MailServer.takesLetters();
        clock.pass(Duration.ofSeconds(31));
        sends();

        hasItsLetter(newcomer);
    }

    @Test
    @Tag("RFC3207-4.1")
    void nothing_leaves_unencrypted_when_the_server_offers_no_encryption() {
        MailServer.goesDown();
        MailServer.comesBackUnencrypted();
        var newcomer = Newcomer.signsUp();
        sends();

        assertThat(MailServer.signIns()).as("passwords that were sent in the clear").isZero();
        assertThat(received(newcomer)).isEmpty();
        assertThat(waiting(newcomer)).isEqualTo(1);
    }

    private void sends() {
        outbox.deliverDue().join();
    }

    private Newcomer signsUpAndGetsTheFirstLetter() {
        var newcomer = Newcomer.signsUp();
        sends();
        assertThat(received(newcomer)).hasSize(1);
        return newcomer;
    }

    private Newcomer signsUpAndHasToWait() {
        var newcomer = Newcomer.signsUp();
        sends();
        assertThat(waiting(newcomer)).isEqualTo(1);
        return newcomer;
    }

    private void hasItsLetter(Newcomer newcomer) {
        assertThat(received(newcomer)).hasSize(1);
        assertThat(waiting(newcomer)).isZero();
    }

    private static void asksForPassword(Visit visit, Newcomer newcomer) {
        visit.submits(visit.browser().get("/password-reset"), Map.of("email", newcomer.email()));
    }

    private static List<Received> received(Newcomer newcomer) {
        return MailServer.received(newcomer.email());
    }

    private long waiting(Newcomer newcomer) {
        return messages.saying("address", newcomer.email());
    }

    private static String link(Newcomer newcomer) {
        var link = LINK.matcher(received(newcomer).getLast().letter());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
