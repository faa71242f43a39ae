package guichet.authorization.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.PasswordHash;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.Sessions.Open;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.people.signin.PasswordCall;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.contract.Callee;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.LockWait;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody had opened who knew the password, or made the account, before the person acts. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.14.2")
class AccessRevocationTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    /** Of an application each: what it was granted is known by it. */
    private final String byPassword = RegistryNeighbour.client();

    private final String offline = RegistryNeighbour.client();
    private final String inSession = RegistryNeighbour.client();

    private Newcomer newcomer;
    private Visit thief;

    @Inject PasswordChange change;
    @Inject AccessRevocation revocation;
    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject Inbox inbox;
    @Inject Outbox outbox;
    @Inject People people;
    @Inject Consents consents;
    @Inject EntityManager database;
    @Inject DataSource rows;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.signsUp();
        thief = newcomer.signsInElsewhere();
    }

    @Test
    void a_reset_password_ends_all_that_was_granted_before() {
        hasProvedTheAddress();
        takesAll();

        resets();

        assertThat(standing(byPassword)).isZero();
        assertThat(standing(offline)).isZero();
        assertThat(standing(inSession)).isZero();
    }

    @Test
    void token_service_is_told_of_a_reset_by_one_message() {
        hasProvedTheAddress();
        takesAll();

        resets();
        outbox.deliverDue().join();

        assertThat(TokenNeighbour.toldOf(person()))
                .filteredOn(it -> it.contains("\"reason\":\"password reset\""))
                .singleElement()
                .asString()
                .doesNotContain("kept_sid");
    }

    @Test
    void after_a_reset_every_application_has_to_ask_again() {
        hasProvedTheAddress();
        takesAll();

        resets();

        assertThat(consents.clientsOf(person(), "", 10_000)).isEmpty();
    }

    /** Who had the account presses at the moment at which it is taken from them. */
    @Test
    void what_is_approved_while_all_ends_does_not_stay() throws Exception {
        var page = thief.follows(thief.asks(Visit.request(inSession)));
        var person = person();

        try (var others = Executors.newSingleThreadExecutor()) {
            Future<Response> pressed =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                people.lock(person);
                                Future<Response> pressing =
                                        others.submit(() ->
                                                thief.submits(page, Map.of("decision", "allow")));
                                LockWait.awaitOf(rows, "select 1 from person");
                                revocation.endAll(person, Optional.empty(), "password reset");
                                return pressing;
                            });

            assertThat(Visit.parameter(pressed.get(), "error")).isEqualTo("login_required");
        }
        assertThat(consents.clientsOf(person, "", 10_000)).isEmpty();
    }

    @Test
    void a_changed_password_ends_all_that_was_granted_elsewhere() {
        takesAll();

        changesPassword();

        assertThat(standing(byPassword)).isZero();
        assertThat(standing(offline)).isZero();
        assertThat(standing(inSession)).isZero();
    }

    @Test
    void a_changed_password_keeps_what_was_granted_in_this_browser() {
        String here = RegistryNeighbour.client();
        String offlineHere = RegistryNeighbour.client();
        authorizes(newcomer.visit(), here);
        authorizes(newcomer.visit(), offlineHere);
        addOfflineAccess(offlineHere);

        changesPassword();

        assertThat(standing(here)).isEqualTo(1);
        assertThat(standing(offlineHere)).isEqualTo(1);
        assertThat(Newcomer.isSignedIn(newcomer.visit())).isTrue();
    }

    @Test
    void a_changed_password_leaves_what_the_person_approved() {
        authorizes(newcomer.visit(), inSession);

        changesPassword();

        assertThat(consents.clientsOf(person(), "", 10_000)).contains(inSession);
    }

    @Test
    void the_first_address_that_is_proved_ends_all_that_was_opened_before() {
        takesAll();
        var elsewhere = new Visit();

        elsewhere.submits(
                elsewhere.opens(inbox.link(newcomer.email())),
                Map.of("password", Newcomer.PASSWORD));

        assertThat(standing(byPassword)).isZero();
        assertThat(standing(offline)).isZero();
        assertThat(standing(inSession)).isZero();
        assertThat(consents.clientsOf(person(), "", 10_000)).isEmpty();
        assertThat(Newcomer.isSignedIn(thief)).isFalse();
    }

    @Test
    void who_proves_it_where_they_are_signed_in_stays_so() {
        authorizes(newcomer.visit(), inSession);
        authorizes(thief, offline);

        proves(newcomer.email());

        assertThat(Newcomer.isSignedIn(newcomer.visit())).isTrue();
        assertThat(Newcomer.isSignedIn(thief)).isFalse();
        assertThat(standing(inSession)).isEqualTo(1);
        assertThat(standing(offline)).isZero();
        assertThat(consents.clientsOf(person(), "", 10_000)).containsOnly(inSession);
    }

    @Test
    void another_address_ends_nothing_once_one_was_proved() {
        String other = "other-" + newcomer.email();
        proves(newcomer.email());
        authorizes(newcomer.visit(), inSession);

        asksForAddress(newcomer.visit(), other);
        var elsewhere = new Visit();
        elsewhere.submits(
                elsewhere.opens(inbox.link(other)), Map.of("password", Newcomer.PASSWORD));

        assertThat(standing(inSession)).isEqualTo(1);
        assertThat(consents.clientsOf(person(), "", 10_000)).contains(inSession);
    }

    /** Account pre-hijacking: the address was somebody's who had no account. */
    @Test
    void who_made_an_account_with_the_address_of_somebody_else_does_not_have_them_take_it_over() {
        var owner = new Visit();

        owner.submits(owner.browser().get("/password-reset"), Map.of("email", newcomer.email()));

        assertThat(inbox.of(newcomer.email()))
                .extracting(Mail::getSubject)
                .containsExactly("Confirm your e-mail address");
    }

    @Test
    void a_link_by_which_they_would_have_moved_the_account_is_good_no_more() {
        String theirs = "attacker-" + newcomer.email();
        hasProvedTheAddress();
        asksForAddress(thief, theirs);
        String link = inbox.link(theirs);

        resets();

        assertThat(new Visit().opens(link).statusCode()).isEqualTo(400);
    }

    @Test
    void nor_is_one_sent_that_was_asked_for_before() {
        hasProvedTheAddress();
        resetsWith(link -> {
            asksForAddress(thief, "attacker-" + newcomer.email());
            return link;
        });

        assertThat(inbox.of("attacker-" + newcomer.email())).isEmpty();
    }

    /**
     * Between the look at the present password and the change somebody waits for a turn to hash.
     */
    @Test
    void a_change_that_was_under_way_at_a_reset_changes_nothing() {
        hasProvedTheAddress();
        authorizes(thief, offline);
        addOfflineAccess(offline);
        Person checked = people.get(person());
        SignedIn present = lastSignedIn();

        resets();

        assertThat(change.byPerson(present, checked, accounts.hash("whatever a thief likes")))
                .isEmpty();
        assertThat(newcomer.triesToSignIn(new Visit(), NEW_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(standing(offline)).isZero();
    }

    @Test
    void nor_does_one_at_a_browser_that_is_signed_out_by_then() {
        Person checked = people.get(person());
        SignedIn present = lastSignedIn();

        sessions.endAllOf(person());

        assertThat(change.byPerson(present, checked, accounts.hash(NEW_PASSWORD))).isEmpty();
    }

    @Test
    void nor_does_the_second_of_two_in_the_same_browser() {
        Person checked = people.get(person());
        SignedIn present = lastSignedIn();
        PasswordHash first = accounts.hash(NEW_PASSWORD);

        assertThat(change.byPerson(present, checked, first)).isPresent();
        assertThat(change.byPerson(present, checked, accounts.hash("whatever"))).isEmpty();
        assertThat(newcomer.triesToSignIn(new Visit(), NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void of_two_at_once_the_second_waits_for_the_first_and_changes_nothing() throws Exception {
        Person checked = people.get(person());
        SignedIn present = lastSignedIn();
        PasswordHash first = accounts.hash(NEW_PASSWORD);
        PasswordHash second = accounts.hash("whatever");

        Future<Optional<NewCookie>> later;
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            later =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                assertThat(people.isUnchangedForUpdate(checked)).isTrue();
                                var waiting =
                                        elsewhere.submit(
                                                () -> change.byPerson(present, checked, second));
                                LockWait.awaitOf(rows, "select 1 from person");
                                assertThat(change.byPerson(present, checked, first)).isPresent();
                                return waiting;
                            });
        }

        assertThat(later.get()).isEmpty();
        assertThat(newcomer.triesToSignIn(new Visit(), NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void nor_does_one_of_somebody_who_is_blocked_by_then() {
        Person checked = people.get(person());
        SignedIn present = lastSignedIn();

        accounts.block(person(), true);

        assertThat(change.byPerson(present, checked, accounts.hash(NEW_PASSWORD))).isEmpty();
    }

    /** Before the thief signs in. */
    private void hasProvedTheAddress() {
        newcomer.provesAddress(inbox);
        thief = newcomer.signsInElsewhere();
    }

    /** As somebody does who has the password, in each way that there is. */
    private void takesAll() {
        grantsByPassword();
        authorizes(thief, offline);
        addOfflineAccess(offline);
        authorizes(thief, inSession);
        assertThat(standing(byPassword) + standing(offline) + standing(inSession)).isEqualTo(3);
    }

    private void grantsByPassword() {
        Callee.call(PasswordCall.of(byPassword, newcomer.username(), Newcomer.PASSWORD))
                .then()
                .statusCode(200);
    }

    private static void authorizes(Visit visit, String client) {
        var consent = visit.follows(visit.asks(Visit.request(client)));
        visit.submits(consent, Map.of("decision", "allow"));
    }

    private void resets() {
        resetsWith(link -> link);
    }

    private void resetsWith(UnaryOperator<String> meanwhile) {
        var victim = new Visit();
        victim.submits(victim.browser().get("/password-reset"), Map.of("email", newcomer.email()));
        String link = meanwhile.apply(inbox.link(newcomer.email()));
        var changed = victim.submits(victim.opens(link), Map.of("password", NEW_PASSWORD));
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    private void changesPassword() {
        var visit = newcomer.visit();
        visit.submits(
                visit.browser().get("/account/password"),
                Map.of("current_password", Newcomer.PASSWORD, "password", NEW_PASSWORD));
    }

    private void asksForAddress(Visit visit, String address) {
        visit.submits(
                visit.browser().get("/account/email"),
                Map.of("email", address, "current_password", Newcomer.PASSWORD));
    }

    private void proves(String address) {
        var visit = newcomer.visit();
        visit.submits(visit.opens(inbox.link(address)), Map.of());
    }

    private SignedIn lastSignedIn() {
        Open open = sessions.listOf(person()).getFirst();
        return new SignedIn(
                person(), "Newcomer", open.since(), List.of("pwd"), "", open.sid(), "", null);
    }

    private UUID person() {
        return people.findByUsername(newcomer.username()).orElseThrow().id();
    }

    /** How many grants of the newcomer an application has that have not ended. */
    private long standing(String client) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from authorization_grant where client_id = :client"
                                        + " and id not in (select id from ended_grant)",
                                Long.class)
                        .setParameter("client", client)
                        .getSingleResult();
    }

    private void addOfflineAccess(String client) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update authorization_grant"
                                                + " set scope = 'openid offline_access'"
                                                + " where client_id = :client")
                                .setParameter("client", client)
                                .executeUpdate());
    }
}
