package guichet.authorization.protocol.logout;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.outbox.WaitingMessages;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("BackChannelLogout-2.5")
class BackChannelTest {
    private final Visit visit = new Visit();
    private final Receiver receiver = new Receiver();
    private final String client = client(receiver);

    @Inject LogoutVisit logout;
    @Inject Outbox outbox;
    @Inject WaitingMessages waiting;
    @Inject TestClock clock;
    @Inject EntityManager database;

    private UUID sid;

    @BeforeEach
    void signIn() {
        LogoutVisit.signsIn(visit, client);
        sid = logout.sidAt(client);
    }

    @AfterEach
    void close() {
        clock.reset();
        receiver.close();
    }

    @Test
    void the_application_knows_before_the_person_returns() {
        signsOut();

        assertThat(receiver.tokens()).containsExactly(token(client));
        assertThat(receiver.contentTypes()).containsExactly("application/x-www-form-urlencoded");
        assertThat(undelivered()).isZero();
    }

    @Test
    void every_application_of_the_session_is_told_once() {
        try (var otherReceiver = new Receiver()) {
            String other = client(otherReceiver);
            LogoutVisit.goesOnTo(visit, other);
            visit.asks(Visit.request(other));

            signsOut();
            deliverDue();

            assertThat(otherReceiver.tokens()).containsExactly(token(other));
            assertThat(receiver.tokens()).containsExactly(token(client));
        }
    }

    @Test
    void a_receiver_that_is_down_is_told_when_it_is_back() {
        receiver.goesDown();
        signsOut();
        assertThat(undelivered()).isEqualTo(1);

        receiver.comesBack();
        deliverDue();
        assertThat(receiver.tokens()).as("it rests for five seconds first").isEmpty();
        clock.pass(Duration.ofSeconds(6));
        deliverDue();

        assertThat(receiver.tokens()).containsExactly(token(client));
        assertThat(undelivered()).isZero();
    }

    @Test
    void a_receiver_that_fails_is_told_again() {
        receiver.answers(500);
        signsOut();

        receiver.answers(204);
        clock.pass(Duration.ofSeconds(6));
        deliverDue();
        deliverDue();

        assertThat(receiver.tokens()).hasSize(2);
        assertThat(undelivered()).isZero();
    }

    @Test
    void a_redirect_is_no_answer() {
        receiver.answers(302);

        signsOut();

        assertThat(undelivered()).isEqualTo(1);
    }

    @Test
    void the_rests_grow_and_after_a_day_it_is_given_up() {
        receiver.answers(400);
        signsOut();

        for (int hours = 0; hours < 24; hours++) {
            clock.pass(Duration.ofHours(1));
            deliverDue();
        }

        assertThat(undelivered()).isZero();
        assertThat(receiver.tokens().size()).isBetween(20, 26);
    }

    @Test
    void while_token_service_is_away_the_message_waits() {
        try (var _ = TokenNeighbour.away()) {
            LogoutVisit.goesOnTo(visit, RegistryNeighbour.client());
            var page = visit.browser().get("/logout");
            visit.submits(page, Map.of("decision", "sign_out"));
        }
        assertThat(receiver.tokens()).isEmpty();

        clock.pass(Duration.ofSeconds(6));
        deliverDue();

        assertThat(receiver.tokens()).containsExactly(token(client));
    }

    @Test
    void an_application_that_wants_no_such_messages_gets_none() {
        var other = new Visit();
        String quiet = LogoutVisit.client("");
        LogoutVisit.signsIn(other, quiet);
        UUID its = logout.sidAt(quiet);

        other.browser().queryParam("id_token_hint", logout.idTokenAt(quiet)).get("/logout");

        assertThat(undelivered(its)).isZero();
    }

    @Test
    void somebody_else_who_signs_in_at_the_browser_ends_the_session_of_who_was_there() {
        var login = visit.browser().get("/login");
        assertThat(Visit.path(login)).isEqualTo("/account");

        signsInAs("bob", "bob-opens-the-door");
        deliverDue();

        assertThat(receiver.tokens()).containsExactly(token(client));
    }

    @Test
    void the_same_person_signing_in_again_goes_on_with_the_session() {
        signsInAs("alice", "alice-opens-the-door");
        deliverDue();
        assertThat(receiver.tokens()).isEmpty();

        visit.asks(Visit.request(client));

        assertThat(logout.sidAt(client)).isEqualTo(sid);
    }

    private void signsInAs(String username, String password) {
        var consent = visit.follows(visit.asks(Visit.request(RegistryNeighbour.client())));
        String another =
                Jsoup.parse(consent.asString()).expectFirst("a[href^=/login]").attr("href");
        var login = visit.browser().urlEncodingEnabled(false).get(another);
        visit.submits(login, Map.of("username", username, "password", password));
    }

    private void signsOut() {
        visit.browser().queryParam("id_token_hint", logout.idTokenAt(client)).get("/logout");
    }

    private String token(String at) {
        return "logout of %s at %s from %s".formatted(subject(at), at, sid);
    }

    private Object subject(String at) {
        return database.createNativeQuery(
                        "select max(subject) from authorization_grant where client_id = :client",
                        String.class)
                .setParameter("client", at)
                .getSingleResult();
    }

    private long undelivered() {
        return undelivered(sid);
    }

    private long undelivered(UUID of) {
        return waiting.saying("sid", of);
    }

    private void deliverDue() {
        outbox.deliverDue().join();
    }

    private static String client(Receiver receiver) {
        return LogoutVisit.client(
                ", \"backchannel_logout_uri\": \"%s\"".formatted(receiver.address()));
    }
}
