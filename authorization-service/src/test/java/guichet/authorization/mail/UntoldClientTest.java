package guichet.authorization.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is not the gateway is not believed, whatever the headers say. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestProfile(SmallDeployment.class)
class UntoldClientTest {
    private final Asker asker = new Asker();

    @Test
    void what_anybody_else_says_of_the_client_counts_against_nobody() {
        var forged =
                Map.of(
                        "X-Forwarded-For", "198.51.100.4",
                        "Forwarded", "for=198.51.100.4",
                        "X-Forwarded-Trusted-Proxy", "true");

        long taken = asker.taken(SmallDeployment.LETTERS_FROM_ONE_CLIENT + 1, forged);

        assertThat(taken).isEqualTo(SmallDeployment.LETTERS_FROM_ONE_CLIENT + 1);
    }
}
