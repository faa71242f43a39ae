package guichet.authorization.page;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Applications in a browser, at another origin than the issuer's. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserAccessTest {
    @Test
    void no_page_can_be_read_from_elsewhere() {
        assertThat(Endpoints.openToOtherOrigins()).isEmpty();
    }

    @Test
    void nothing_is_taken_for_what_it_does_not_say_it_is() {
        Endpoints.areTakenForWhatTheySay();
    }
}
