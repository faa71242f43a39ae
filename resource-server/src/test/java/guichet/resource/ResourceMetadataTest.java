package guichet.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that knows the API only learns from it whose tokens it takes. */
@QuarkusTest
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceMetadataTest {
    @Test
    @Tag("RFC9728-3.2")
    void the_api_says_what_it_is_and_whose_tokens_it_takes() {
        given().get("/.well-known/oauth-protected-resource")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("resource", equalTo("https://box.example"))
                .body("authorization_servers", contains(TestIssuer.address()))
                .body("bearer_methods_supported", contains("header"));
    }

    @Test
    @Tag("RFC9728-3.2")
    void what_the_api_does_not_say_is_left_out() {
        given().get("/.well-known/oauth-protected-resource")
                .then()
                .body("$", not(hasKey("resource_name")))
                .body("$", not(hasKey("scopes_supported")));
    }

    @Test
    @Tag("RFC9728-5.1")
    void a_refusal_says_where_that_stands() {
        given().get("/box")
                .then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        containsString(
                                "resource_metadata=\"https://box.example/.well-known/oauth-protected-resource\""));
    }

    @Test
    @Tag("RFC9728-3.1")
    void another_resource_is_not_here() {
        given().get("/.well-known/oauth-protected-resource/other").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,      https://a.example/.well-known/oauth-protected-resource",
        "https://a.example/,     https://a.example/.well-known/oauth-protected-resource",
        "https://a.example:8/x/y, https://a.example:8/.well-known/oauth-protected-resource/x/y",
    })
    @Tag("RFC9728-3.1")
    void the_well_known_path_stands_before_the_identifiers_own(String identifier, String address) {
        assertThat(ResourceMetadata.addressFor(identifier)).isEqualTo(address);
    }
}
