package guichet.authorization.protocol.grant;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.outbox.WaitingMessages;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.time.TestClock;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.oauth.TokenKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * How many grants an application can have of a person: a hundred, unless the setting says
 * otherwise.
 */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantLimitTest {
    private static final int MOST = 100;

    private final String client = RegistryNeighbour.client();
    private Person person;

    @Inject Grants grants;
    @Inject GrantRows rows;
    @Inject ExpiredGrants expired;
    @Inject Sessions sessions;
    @Inject Accounts accounts;
    @Inject Outbox outbox;
    @Inject WaitingMessages waiting;
    @Inject TestClock clock;
    @Inject EntityManager database;

    @BeforeEach
    void somebody() {
        String name = "n" + UUID.randomUUID().toString().substring(0, 12);
        var newcomer =
                new NewPerson(name, "Nell", new EmailAddress(name + "@people.example"), false);
        person = accounts.add(newcomer, accounts.hash("heron kettle ninety seven")).orElseThrow();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void as_many_as_may_be_stand_and_nobody_is_told_anything() {
        List<Grant> made = makes(MOST, client);

        assertThat(standing(client)).isEqualTo(MOST);
        assertThat(grants.findStanding(made.getFirst().id())).isPresent();
        assertThat(waiting.grantEndsOf(person.id())).isZero();
    }

    @Test
    void the_next_one_ends_the_oldest_and_token_service_is_told() {
        List<Grant> made = makes(MOST + 2, client);
        outbox.deliverDue().join();

        assertThat(standing(client)).isEqualTo(MOST);
        assertThat(grants.findStanding(made.get(1).id())).isEmpty();
        assertThat(grants.findStanding(made.get(2).id())).isPresent();
        var told = JsonPath.from(TokenNeighbour.toldOf(person.id()).getLast());
        assertThat(told.getString("client_id")).isEqualTo(client);
        assertThat(told.getString("until")).isEqualTo(made.get(1).grantedAt().toString());
        assertThat(told.getString("reason")).isEqualTo("more than 100 at one client");
    }

    @Test
    void what_another_application_has_does_not_count() {
        String other = RegistryNeighbour.client();
        List<Grant> made = makes(1, other);

        makes(MOST + 1, client);

        assertThat(grants.findStanding(made.getFirst().id())).isPresent();
        assertThat(standing(other)).isEqualTo(1);
    }

    /** No person has to press anything for a code, if they approved before. */
    @Test
    void that_of_which_nothing_can_be_refreshed_pushes_out_nothing_and_is_bounded_itself() {
        List<Grant> redeemed = makes(MOST, client);
        UUID sid = signsIn();

        for (int i = 0; i < MOST + 20; i++) {
            grants.addInSession(
                    permission(client, Authentications.byPassword(clock.instant(), sid)),
                    () -> true);
        }

        assertThat(grants.findStanding(redeemed.getFirst().id())).isPresent();
        assertThat(standing(client)).isEqualTo(MOST + MOST);
        assertThat(waiting.grantEndsOf(person.id())).isZero();
    }

    @Test
    void what_is_redeemed_later_counts_from_then_on() {
        UUID sid = signsIn();
        var inSession = permission(client, Authentications.byPassword(clock.instant(), sid));
        Grant before = makes(1, client).getFirst();
        makes(MOST - 1, client);
        Grant unredeemed = grants.addInSession(inSession, () -> true).orElseThrow();
        assertThat(grants.findStanding(before.id())).isPresent();

        grants.redeem(unredeemed);

        assertThat(grants.findStanding(before.id())).isEmpty();
        assertThat(grants.findStanding(unredeemed.id())).isPresent();
    }

    @Test
    void that_of_which_nothing_can_be_refreshed_is_forgotten_a_day_later_with_its_session() {
        UUID sid = signsIn();
        var inSession = permission(client, Authentications.byPassword(clock.instant(), sid));
        Grant unredeemed = grants.addInSession(inSession, () -> true).orElseThrow();
        Grant redeemed = makes(1, client).getFirst();

        clock.pass(Duration.ofHours(25));
        expired.forget();
        assertThat(grants.findStanding(unredeemed.id())).isPresent();
        sessions.end(sid, "signed out");
        expired.forget();

        assertThat(rows.count("id", unredeemed.id())).isZero();
        assertThat(grants.findStanding(redeemed.id())).isPresent();
    }

    @Test
    void what_has_ended_leaves_room() {
        List<Grant> made = makes(MOST, client);
        grants.revoke(made.getLast().id(), "taken back");

        makes(1, client);

        assertThat(grants.findStanding(made.getFirst().id())).isPresent();
    }

    @Test
    void however_many_are_made_at_once_no_more_stand() throws Exception {
        Callable<Grant> make = () -> make(client);
        makes(MOST - 5, client);

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            racers.invokeAll(IntStream.range(0, 40).mapToObj(_ -> make).toList());
        }

        assertThat(standing(client)).isEqualTo(MOST);
    }

    private List<Grant> makes(int many, String at) {
        return IntStream.range(0, many).mapToObj(_ -> make(at)).toList();
    }

    private Grant make(String at) {
        var permission = permission(at, Authentications.byPassword(clock.instant()));
        return grants.addByPassword(permission, person).orElseThrow();
    }

    private Permission permission(String at, Authentication authentication) {
        return new Permission(
                person.id(),
                person.id().toString(),
                at,
                Extent.of(Scope.of("movies:read")),
                List.of(),
                ClaimsRequest.NONE,
                authentication);
    }

    private UUID signsIn() {
        UUID sid = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into session (sha256, sid, person_id, auth_time, used_at, expires_at)
                                        values (:sha256, :sid, :person, now(), now(), now() + interval '1 hour')
                                        """)
                                .setParameter(
                                        "sha256", OpaqueToken.random(TokenKind.SESSION).sha256())
                                .setParameter("sid", sid)
                                .setParameter("person", person.id())
                                .executeUpdate());
        return sid;
    }

    private long standing(String at) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from authorization_grant"
                                        + " where person_id = :person and client_id = :client"
                                        + " and id not in (select id from ended_grant)",
                                Long.class)
                        .setParameter("person", person.id())
                        .setParameter("client", at)
                        .getSingleResult();
    }
}
