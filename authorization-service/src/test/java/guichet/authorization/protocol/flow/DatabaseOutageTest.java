package guichet.authorization.protocol.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.settings.SmallDeployment;
import guichet.kit.postgres.TestPostgres;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallDeployment.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-15.6.4")
class DatabaseOutageTest {
    @Inject AgroalDataSource database;

    @Test
    void without_the_database_a_page_asks_to_try_again() throws SQLException {
        try (var _ = database.getConnection();
                var _ = database.getConnection();
                var _ = database.getConnection()) {
            var answer = given().get("/login?request=any");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString())
                    .contains("Please try again in a moment", "/errors/service-away");
        }

        assertThat(given().get("/login").statusCode()).isEqualTo(200);
    }
}
