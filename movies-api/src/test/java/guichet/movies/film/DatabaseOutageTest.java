package guichet.movies.film;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutageTest.ThreeConnections.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-15.6.4")
class DatabaseOutageTest {
    @Inject AgroalDataSource database;

    @Test
    void without_the_database_a_request_may_succeed_later() throws SQLException {
        try (var _ = database.getConnection();
                var _ = database.getConnection();
                var _ = database.getConnection()) {
            var answer = given().get("/movies");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("error")).isEqualTo("temporarily_unavailable");
            assertThat(answer.jsonPath().getString("error_uri")).endsWith("/errors/service-away");
        }

        assertThat(given().get("/movies").statusCode()).isEqualTo(200);
    }

    /** As few as the migrations need at start. */
    public static class ThreeConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.max-size", "3",
                    "quarkus.datasource.jdbc.acquisition-timeout", "1s");
        }
    }
}
