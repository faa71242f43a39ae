package guichet.authorization.protocol.logout;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.settings.ClosedDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A deployment where nothing outlives the session. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@TestProfile(ClosedDeployment.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfflineAccessEndsTest {
    private final String client = RegistryNeighbour.client();

    @Inject LogoutVisit logout;
    @Inject Grants grants;
    @Inject Sessions sessions;

    @Test
    void a_grant_for_offline_access_ends_with_the_session() {
        new Visit().authorizes(request(client));
        UUID grant = logout.grantAt(client);
        logout.addOfflineAccess(grant);

        sessions.end(logout.sidAt(client), "signed out");

        assertThat(grants.findStanding(grant)).isEmpty();
    }
}
