package guichet.token.grant;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.token.grant.StandingGrants.ClientAtApis;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks again learns of each end, in whichever way it was told. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewEndsTest {
    private final String client = UUID.randomUUID().toString();
    private final UUID person = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    private final Grants grants;
    private final GrantEnds ends;
    private final StoredStandingGrants standing;
    private final EntityManager entities;
    private final DataSource database;
    private final NewEnds newEnds;

    NewEndsTest(
            Grants grants,
            GrantEnds ends,
            StoredStandingGrants standing,
            EntityManager entities,
            DataSource database) {
        this.grants = grants;
        this.ends = ends;
        this.standing = standing;
        this.entities = entities;
        this.database = database;
        this.newEnds = new NewEnds(database);
    }

    @BeforeEach
    void askOnce() {
        assertThat(newEnds.read().ended()).isEmpty();
    }

    @Test
    void nothing_is_told_of_what_goes_on() {
        StatusIndex place = placeOf(granted("movies:read"));

        assertThat(told()).doesNotContain(place);
    }

    @Test
    void the_end_of_one_grant_is_told() {
        Grant grant = granted("movies:read");
        StatusIndex place = placeOf(grant);
        told();

        grants.revoke(grant.id(), "test");

        assertThat(told()).contains(place);
    }

    @Test
    void the_end_of_what_a_person_granted_is_told() {
        StatusIndex place = placeOf(granted("movies:read"));
        told();

        ends.end(new GrantEnd(person, Optional.empty(), Optional.empty(), Instant.now(), "test"));

        assertThat(told()).contains(place);
    }

    @Test
    void a_later_end_of_the_same_kind_is_told_too() {
        endAtClient();
        StatusIndex place = placeOf(granted("movies:read"));
        told();

        endAtClient();

        assertThat(told()).contains(place);
    }

    @Test
    void the_end_of_a_session_is_told() {
        StatusIndex place = placeOf(granted("movies:read"));
        told();

        endSession();

        assertThat(told()).contains(place);
    }

    @Test
    void the_end_of_a_client_is_told() {
        StatusIndex place = placeOf(granted("movies:read"));
        told();

        ends.endClient(client);

        assertThat(told()).contains(place);
    }

    @Test
    void the_end_of_a_scope_is_told() {
        String scope = "films:" + UUID.randomUUID();
        StatusIndex place = placeOf(granted("movies:read " + scope));
        told();

        ends.endScopes(new EndedScopes("https://films.example", List.of(scope), Instant.now()));

        assertThat(told()).contains(place);
    }

    @Test
    void the_end_of_what_applications_have_at_an_api_is_told() {
        String api = "https://" + UUID.randomUUID();
        StatusIndex place =
                standing.findOrMake(ClientAtApis.of(client, Set.of(api, "https://films.example")));
        told();

        ends.endScopes(new EndedScopes(api, List.of("gone"), Instant.now()));

        assertThat(told()).contains(place);
    }

    @Test
    void a_grant_that_has_ended_as_it_is_made_is_told() {
        endSession();
        told();

        StatusIndex place = placeOf(granted("movies:read"));

        assertThat(told()).contains(place);
    }

    @Test
    void an_end_is_told_as_soon_as_its_transaction_is_over() throws SQLException {
        Grant grant = granted("movies:read");
        StatusIndex place = placeOf(grant);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var end =
                    connection.prepareStatement(
                            "insert into grant_revocation (grant_id, revoked_at, reason)"
                                    + " values (?, now(), 'test')")) {
                end.setObject(1, grant.id());
                end.executeUpdate();
            }
            assertThat(told()).doesNotContain(place);
            endAtClient(); // a transaction that began later, and is over before
            told();
            connection.commit();
        }

        assertThat(told()).contains(place);
    }

    @Test
    @Timeout(30)
    void an_end_is_told_no_more_when_it_is_sure_that_it_was() throws InterruptedException {
        Grant grant = granted("movies:read");
        StatusIndex place = placeOf(grant);
        grants.revoke(grant.id(), "test");
        assertThat(told()).contains(place);

        while (told().contains(place)) {
            Thread.sleep(100);
        }
    }

    private List<StatusIndex> told() {
        return newEnds.read().ended().orElseThrow();
    }

    private void endAtClient() {
        ends.end(
                new GrantEnd(person, Optional.of(client), Optional.empty(), Instant.now(), "test"));
    }

    private void endSession() {
        ends.endSessions(new EndedSessions(List.of(session), false, "test"));
    }

    private Grant granted(String scope) {
        var grant =
                new Grant(
                        UUID.randomUUID(),
                        client,
                        person.toString(),
                        Scope.parse(scope),
                        List.of(),
                        Instant.now(),
                        List.of("pwd"),
                        Optional.empty(),
                        Optional.of(session),
                        Optional.of(person),
                        Optional.of(Instant.now()));
        grants.keep(grant);
        return grant;
    }

    private StatusIndex placeOf(Grant grant) {
        Object place =
                entities.createNativeQuery("select status_index from token_grant where id = :id")
                        .setParameter("id", grant.id())
                        .getSingleResult();
        return new StatusIndex(((Number) place).longValue());
    }
}
