package guichet.authorization.people.signup;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.People;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of accounts whose address was never proved. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnprovedAccountsTest {
    private static final Duration A_WEEK = Duration.ofDays(7).plusMinutes(1);

    @Inject UnprovedAccounts unproved;
    @Inject Accounts accounts;
    @Inject People people;
    @Inject Sessions sessions;
    @Inject EntityManager database;
    @Inject Inbox inbox;
    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void an_account_that_nobody_uses_goes_after_a_week_and_its_name_is_free_again() {
        var newcomer = Newcomer.signsUp();
        leaves(newcomer);
        clock.pass(Duration.ofDays(6));
        unproved.expire();
        boolean thereUntilThen = isThere(newcomer);
        clock.pass(Duration.ofDays(1).plusMinutes(1));

        unproved.expire();

        assertThat(thereUntilThen).isTrue();
        assertThat(isThere(newcomer)).isFalse();
        assertThat(newcomer.triesToSignIn(new Visit(), Newcomer.PASSWORD).statusCode())
                .isEqualTo(403);
    }

    @Test
    void one_whose_address_was_proved_stays() {
        var newcomer = Newcomer.signsUp();
        newcomer.visit().submits(newcomer.visit().opens(inbox.link(newcomer.email())), Map.of());
        leaves(newcomer);

        passesAWeek();

        assertThat(isThere(newcomer)).isTrue();
    }

    @Test
    void one_at_which_somebody_is_signed_in_stays() {
        var newcomer = Newcomer.signsUp();

        passesAWeek();

        assertThat(isThere(newcomer)).isTrue();
    }

    @Test
    void one_for_which_an_application_may_act_stays() {
        var newcomer = Newcomer.signsUp();
        String client = RegistryNeighbour.client();
        var consent = newcomer.visit().follows(newcomer.visit().asks(Visit.request(client)));
        newcomer.visit().submits(consent, Map.of("decision", "allow"));
        forgetsSessions(newcomer);

        passesAWeek();

        assertThat(isThere(newcomer)).isTrue();
    }

    @Test
    void one_that_an_operator_made_stays() {
        String name = "n" + UUID.randomUUID().toString().substring(0, 12);
        var made = new NewPerson(name, "Nell", new EmailAddress(name + "@people.example"), false);
        accounts.add(made, accounts.hash("heron kettle ninety seven"));

        passesAWeek();

        assertThat(people.findByUsername(name)).isPresent();
    }

    @Test
    void one_that_an_operator_blocked_stays() {
        var newcomer = Newcomer.signsUp();
        leaves(newcomer);
        accounts.block(person(newcomer), true);

        passesAWeek();

        assertThat(isThere(newcomer)).isTrue();
    }

    private void passesAWeek() {
        clock.pass(A_WEEK);
        unproved.expire();
    }

    /** Signs out everywhere. */
    private void leaves(Newcomer newcomer) {
        sessions.endAllOf(person(newcomer));
    }

    /** As when they have run out: what was granted goes on. */
    private void forgetsSessions(Newcomer newcomer) {
        UUID person = person(newcomer);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("delete from session where person_id = :id")
                                .setParameter("id", person)
                                .executeUpdate());
    }

    private UUID person(Newcomer newcomer) {
        return people.findByUsername(newcomer.username()).orElseThrow().id();
    }

    private boolean isThere(Newcomer newcomer) {
        return people.findByUsername(newcomer.username()).isPresent();
    }
}
