package guichet.guard;

import static io.restassured.RestAssured.given;

import guichet.guard.application.CoveredEndpoint;
import guichet.guard.application.ShelfEndpoint;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real start with Quarkus Security: its own rules are rules, and it keeps them. */
@Singleton
@Unremovable
@DisplayNameGeneration(ReplaceUnderscores.class)
class AllowedStartTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION =
            TestApplication.with(ShelfEndpoint.class, CoveredEndpoint.class)
                    .overrideRuntimeConfigKey(
                            "quarkus.http.auth.permission.covered.paths", "/covered/*")
                    .overrideRuntimeConfigKey(
                            "quarkus.http.auth.permission.covered.policy", "deny");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shelf/authenticated",
                "/shelf/roles",
                "/shelf/permissions",
                "/shelf/denied",
                "/covered/one"
            })
    void the_rule_of_each_method_is_kept(String path) {
        given().get(path).then().statusCode(403);
    }
}
