package guichet.authorization.protocol.logout;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Grants;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What ends with a session, and what outlives it. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsOfSessionTest {
    private final String client = RegistryNeighbour.client();

    @Inject LogoutVisit logout;
    @Inject Grants grants;
    @Inject Sessions sessions;

    @Test
    void a_grant_that_was_made_in_the_session_ends_with_it() {
        new Visit().authorizes(request(client));
        UUID grant = logout.grantAt(client);

        sessions.end(logout.sidAt(client), "signed out");

        assertThat(isRevoked(grant)).isTrue();
    }

    @Test
    void one_for_offline_access_outlives_it() {
        new Visit().authorizes(request(client));
        UUID grant = logout.grantAt(client);
        logout.addOfflineAccess(grant);

        sessions.end(logout.sidAt(client), "signed out");

        assertThat(isRevoked(grant)).isFalse();
    }

    @Test
    void one_of_another_session_goes_on() {
        var here = new Visit();
        here.authorizes(request(client));
        UUID first = logout.sidAt(client);
        String other = RegistryNeighbour.client();
        new Visit().authorizes(request(other));

        sessions.end(first, "signed out");

        assertThat(isRevoked(logout.grantAt(other))).isFalse();
    }

    @Test
    void who_ends_all_sessions_of_a_person_ends_what_belongs_to_each() {
        String other = RegistryNeighbour.client();
        var here = new Visit();
        var there = new Visit();
        here.authorizes(request(client));
        there.authorizes(request(other));
        UUID alice = logout.personAt(client);

        sessions.endOthersOf(signedIn(alice, logout.sidAt(client)));
        assertThat(isRevoked(logout.grantAt(other))).isTrue();
        assertThat(isRevoked(logout.grantAt(client))).isFalse();
        sessions.endAllOf(alice);

        assertThat(isRevoked(logout.grantAt(client))).isTrue();
        assertThat(logout.isSignedIn(here, client)).isFalse();
        assertThat(logout.isSignedIn(there, other)).isFalse();
    }

    private static SignedIn signedIn(UUID person, UUID sid) {
        return new SignedIn(person, "Alice", Instant.EPOCH, List.of("pwd"), "", sid, "state", null);
    }

    private boolean isRevoked(UUID grant) {
        return grants.findStanding(grant).isEmpty();
    }
}
