package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotOpen.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3")
class ClosedRegistrationTest {
    @Inject EntityManager database;

    /** Tests share a database, and those before may have made tokens. */
    @BeforeEach
    @Transactional
    void takeAwayTokens() {
        database.createNativeQuery("delete from initial_access_token").executeUpdate();
    }

    @Test
    void nobody_may_register_where_nobody_was_given_a_token() {
        given().contentType("application/json")
                .body("{}")
                .post("/register")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("error_uri", endsWith("/errors/registration-closed"));
    }
}
