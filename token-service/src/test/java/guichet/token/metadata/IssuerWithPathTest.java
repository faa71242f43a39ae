package guichet.token.metadata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.settings.OtherSettings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OtherSettings.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8414-3.1")
class IssuerWithPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server/sso",
                "/.well-known/openid-configuration/sso",
                // as a gateway passes on what has the path before it
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration"
            })
    void the_metadata_stands_at_both_forms_of_the_address(String address) {
        given().get(address)
                .then()
                .statusCode(200)
                .body("issuer", equalTo(OtherSettings.ISSUER))
                .body("token_endpoint", equalTo(OtherSettings.ISSUER + "/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration/other"})
    void another_path_is_another_issuer(String address) {
        given().get(address).then().statusCode(404);
    }
}
