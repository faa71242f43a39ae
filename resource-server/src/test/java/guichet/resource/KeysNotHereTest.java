package guichet.resource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that has started without its issuer. */
@QuarkusTest
@TestProfile(KeysNotHereTest.WithoutIssuer.class)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysNotHereTest {
    /** Nobody listens there. */
    public static final class WithoutIssuer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("guichet.resource.jwks-uri", "http://localhost:1/jwks");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/box", "/box/reactive", "/rack", "/rack/reactive", "/rack/policy"})
    void whoever_comes_with_a_token_is_told_to_come_again(String path) {
        String token = TestToken.forApi("https://box.example").scope("box:read").signed();

        given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .header("WWW-Authenticate", nullValue())
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_uri", equalTo(Reason.KEYS_NOT_HERE.page(TestIssuer.address())));
    }
}
