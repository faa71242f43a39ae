package guichet.authorization.protocol.tokenservice;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.GrantEnds;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.time.TestClock;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** token-service is told of each grant that ends, whatever happens on the way. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantEndsTest {
    /** So often an attempt calls before it fails. */
    private static final int CALLS = 3;

    /** Longer than a message rests after failing twice. */
    private static final Duration REST = Duration.ofSeconds(11);

    private final String client = RegistryNeighbour.client();

    @Inject Grants grants;
    @Inject GrantEnds ends;
    @Inject Outbox outbox;
    @Inject TestClock clock;
    @Inject EntityManager database;

    @BeforeEach
    void tellOfWhatEndedBefore() {
        tell();
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void token_service_is_told_once_of_a_grant_that_ended() {
        UUID grant = aGrant();

        grants.revoke(grant, "taken back");
        grants.revoke(grant, "taken back again");
        tell();
        tell();

        assertThat(TokenNeighbour.toldOf(grant)).containsExactly(told(grant));
    }

    @Test
    void token_service_is_told_until_it_has_confirmed() {
        UUID grant = aGrant();
        try (var _ = TokenNeighbour.away()) {
            grants.revoke(grant, "taken back");
            tell();
            clock.pass(REST);
            tell();
        }

        clock.pass(REST);
        tell();
        tell();

        assertThat(TokenNeighbour.toldOf(grant))
                .hasSize(CALLS + CALLS + 1)
                .containsOnly(told(grant));
    }

    @Test
    void a_grant_whose_end_is_rolled_back_goes_on_and_nobody_is_told() {
        UUID grant = aGrant();

        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    grants.revoke(grant, "taken back");
                                    throw new IllegalStateException("no, not really");
                                }))
                .hasMessage("no, not really");
        tell();

        assertThat(TokenNeighbour.toldOf(grant)).isEmpty();
        assertThat(grants.findStanding(grant)).isPresent();
    }

    @Test
    void all_grants_of_a_person_end_by_one_message() {
        UUID here = aGrant();
        UUID there = grantAt(RegistryNeighbour.client());
        UUID person = personOf(here);
        int before = TokenNeighbour.toldOf(person).size();

        ends.endAllOf(person, "taken back");
        tell();

        assertThat(TokenNeighbour.toldOf(person)).hasSize(before + 1);
        assertThat(JsonPath.from(TokenNeighbour.toldOf(person).getLast()).getMap("$"))
                .containsOnlyKeys("person_id", "until", "reason")
                .containsEntry("reason", "taken back");
        assertThat(grants.findStanding(here)).isEmpty();
        assertThat(grants.findStanding(there)).isEmpty();
    }

    @Test
    void what_ends_at_one_client_goes_on_at_another() {
        UUID here = aGrant();
        UUID there = grantAt(RegistryNeighbour.client());

        ends.endAllAt(personOf(here), client, "taken back");
        tell();

        assertThat(JsonPath.from(TokenNeighbour.toldOf(personOf(here)).getLast()).getMap("$"))
                .containsOnlyKeys("person_id", "client_id", "until", "reason")
                .containsEntry("client_id", client);
        assertThat(grants.findStanding(here)).isEmpty();
        assertThat(grants.findStanding(there)).isPresent();
    }

    @Test
    void what_was_granted_in_the_session_that_is_kept_goes_on() {
        UUID kept = aGrant();
        UUID other = grantAt(RegistryNeighbour.client());
        UUID session =
                grants.findStanding(kept)
                        .orElseThrow()
                        .grant()
                        .authentication()
                        .sid()
                        .orElseThrow();

        ends.endAllBut(personOf(kept), session, "taken back");
        tell();

        assertThat(
                        JsonPath.from(TokenNeighbour.toldOf(personOf(kept)).getLast())
                                .getString("kept_sid"))
                .isEqualTo(session.toString());
        assertThat(grants.findStanding(kept)).isPresent();
        assertThat(grants.findStanding(other)).isEmpty();
    }

    @Test
    void what_a_replica_granted_whose_clock_is_ahead_ends_too() {
        clock.pass(Duration.ofSeconds(2));
        UUID grant = aGrant();
        clock.reset();

        ends.endAllOf(personOf(grant), "taken back");

        assertThat(grants.findStanding(grant)).isEmpty();
    }

    @Test
    void what_is_granted_afterwards_is_a_new_permission() {
        ends.endAllOf(personOf(aGrant()), "taken back");

        UUID later = grantAt(RegistryNeighbour.client());

        assertThat(grants.findStanding(later)).isPresent();
    }

    private void tell() {
        outbox.deliverDue().join();
    }

    private static String told(UUID grant) {
        return "{\"grant_ids\":[\"%s\"],\"reason\":\"taken back\"}".formatted(grant);
    }

    private UUID aGrant() {
        return grantAt(client);
    }

    private UUID grantAt(String client) {
        new Visit().authorizes(request(client));
        return (UUID)
                database.createNativeQuery(
                                "select id from authorization_grant where client_id = :client",
                                UUID.class)
                        .setParameter("client", client)
                        .getSingleResult();
    }

    private UUID personOf(UUID grant) {
        return (UUID)
                database.createNativeQuery(
                                "select person_id from authorization_grant where id = :id",
                                UUID.class)
                        .setParameter("id", grant)
                        .getSingleResult();
    }
}
