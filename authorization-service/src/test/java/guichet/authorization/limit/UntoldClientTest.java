package guichet.authorization.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.IntStream;
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
    private static final Map<String, String> FORGED =
            Map.of(
                    "X-Forwarded-For", "198.51.100.4",
                    "Forwarded", "for=198.51.100.4",
                    "X-Forwarded-Trusted-Proxy", "true");

    @Test
    void what_anybody_else_says_of_the_client_counts_against_nobody() {
        var statuses = IntStream.range(0, 101).map(_ -> signsUp()).boxed().toList();

        assertThat(statuses).doesNotContain(429);
    }

    private static int signsUp() {
        return given().headers(FORGED)
                .contentType("application/x-www-form-urlencoded")
                .body("")
                .post("/signup")
                .statusCode();
    }
}
