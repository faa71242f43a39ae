package guichet.authorization.mail;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
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
@TestProfile(UntoldClientTest.Gateway.class)
class UntoldClientTest {
    private static final int LIMIT = 3;

    private final Asker asker = new Asker();

    @Test
    void what_anybody_else_says_of_the_client_counts_against_nobody() {
        var forged =
                Map.of(
                        "X-Forwarded-For", "198.51.100.4",
                        "Forwarded", "for=198.51.100.4",
                        "X-Forwarded-Trusted-Proxy", "true");

        assertThat(asker.taken(LIMIT + 2, forged)).isEqualTo(LIMIT + 2);
    }

    /** The gateway's address, as an operator sets it. */
    public static class Gateway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guichet.gateway.address",
                    "192.0.2.1",
                    "guichet.mail.an-hour-from-one-client",
                    Integer.toString(LIMIT));
        }
    }
}
