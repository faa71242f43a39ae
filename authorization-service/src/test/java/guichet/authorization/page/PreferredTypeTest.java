package guichet.authorization.page;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferredTypeTest {
    @Test
    @Tag("RFC9110-12.5.1")
    void every_endpoint_answers_whatever_is_preferred() {
        Endpoints.answerWhateverIsPreferred();
    }
}
