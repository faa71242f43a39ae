package guichet.authorization.protocol.grant;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which grants and ends are kept, and for how long. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpiredGrantsTest {
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);

    private final String client = RegistryNeighbour.client();
    private UUID grant;
    private UUID person;
    private UUID sid;

    @Inject ExpiredGrants expired;
    @Inject Grants grants;
    @Inject GrantRows rows;
    @Inject GrantEnds ends;
    @Inject Sessions sessions;
    @Inject TestClock clock;
    @Inject EntityManager database;

    /** An end is never before what it ends, also of tests that set the clock forward. */
    @BeforeEach
    void forgetTheFuture() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (String sql :
                            List.of(
                                    "delete from authorization_grant where created_at > now()",
                                    "delete from grant_end where until > now()")) {
                        database.createNativeQuery(sql).executeUpdate();
                    }
                });
        aGrant();
    }

    private void aGrant() {
        new Visit().authorizes(request(client));
        grant = ofGrant("id");
        grants.redeem(grants.findStanding(grant).orElseThrow().grant());
        person = ofGrant("person_id");
        sid = ofGrant("sid");
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void a_grant_is_kept_a_day_longer_than_token_service_lets_it_be_used() {
        clock.pass(Duration.ofDays(90));

        isKeptForADayMore();
    }

    @Test
    void one_that_was_taken_back_goes_after_a_day_when_its_session_is_over() {
        grants.revoke(grant, "taken back");
        sessions.end(sid, "signed out");

        isKeptForADayMore();
    }

    /** Its client is told at the end of the session. */
    @Test
    void as_long_as_the_session_goes_on_it_stays() {
        grants.revoke(grant, "taken back");
        clock.pass(MORE_THAN_A_DAY);

        expired.forget();

        assertThat(isKept()).isTrue();
    }

    @Test
    void what_ended_with_all_others_goes_with_what_says_so() {
        ends.endAllAt(person, client, "taken back");
        sessions.end(sid, "signed out");

        isKeptForADayMore();
        assertThat(endsAtClient()).isZero();
    }

    @Test
    void an_end_stays_as_long_as_a_grant_that_it_ended() {
        ends.endAllAt(person, client, "taken back");
        clock.pass(MORE_THAN_A_DAY);

        expired.forget();

        assertThat(endsAtClient()).isEqualTo(1);
        assertThat(grants.findStanding(grant)).isEmpty();
    }

    @Test
    void what_was_granted_after_the_end_stays() {
        ends.endAllAt(person, client, "taken back");
        var visit = new Visit();
        visit.signsIn(visit.follows(visit.asks(request(client))));
        clock.pass(MORE_THAN_A_DAY);

        expired.forget();

        assertThat(count("select count(*) from authorization_grant where client_id = :client"))
                .isEqualTo(2);
    }

    private void isKeptForADayMore() {
        expired.forget();
        boolean keptThatDay = isKept();
        clock.pass(MORE_THAN_A_DAY);

        expired.forget();

        assertThat(keptThatDay).isTrue();
        assertThat(isKept()).isFalse();
    }

    private UUID ofGrant(String column) {
        return (UUID)
                database.createNativeQuery(
                                "select %s from authorization_grant where client_id = :client"
                                        .formatted(column),
                                UUID.class)
                        .setParameter("client", client)
                        .getSingleResult();
    }

    private boolean isKept() {
        return rows.count("id", grant) == 1;
    }

    private long endsAtClient() {
        return count("select count(*) from grant_end where client_id = :client");
    }

    private long count(String question) {
        return (Long)
                database.createNativeQuery(question, Long.class)
                        .setParameter("client", client)
                        .getSingleResult();
    }
}
