package guichet.registry.registration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3.2.2")
class RedirectRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redirect_uris | []",
                "redirect_uris | [\"http://cine.example/cb\"]",
                "redirect_uris | [\"https://cine.example/cb\", \"/cb\"]",
                "failure_redirect_uri | \"https://cine.example/#sorry\"",
            })
    void is_named_as_invalid_redirect_uri(String field, String json) {
        Registration.with(field, json)
                .statusCode(400)
                .body("error", equalTo("invalid_redirect_uri"))
                .body("error_description", startsWith(field));
    }
}
