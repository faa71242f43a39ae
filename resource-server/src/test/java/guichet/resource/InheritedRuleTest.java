package guichet.resource;

import static io.restassured.RestAssured.given;

import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever the check at start takes {@link RequiresScope} for a rule, the filter keeps it. */
@QuarkusTest
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InheritedRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inherited/by-class",
                "/inherited/by-method",
                "/inherited/spoken",
                "/inherited/leading/below"
            })
    void a_method_that_comes_from_elsewhere_is_kept(String path) {
        given().get(path).then().statusCode(401);
    }
}
