package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.registry.resource.OfferedResources;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much one client may have every service keep. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationBoundsTest {
    private static final String KEY =
            """
            {"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}\
            """;
    private static final int LONG = 1_900;

    private final MetadataReader reader;
    private final OfferedResources resources;

    RegistrationBoundsTest(MetadataReader reader, OfferedResources resources) {
        this.reader = reader;
        this.resources = resources;
    }

    @Test
    void a_registration_below_the_limit_is_taken() {
        register(7).statusCode(201).body("redirect_uris", hasSize(7));
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void a_registration_above_the_limit_is_refused_and_told_which_it_is() {
        register(9)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_uri", endsWith("/errors/metadata-too-large"))
                .body(
                        "error_description",
                        startsWith("the registration as a whole must have 16000 bytes at most"));
    }

    @Test
    @Tag("RFC7592-2.2")
    void a_client_does_not_grow_beyond_the_limit_by_an_update() {
        Map<String, Object> registered = register(1).extract().path("$");
        String clientId = registered.get("client_id").toString();

        given().contentType("application/json")
                .header("Authorization", "Bearer " + registered.get("registration_access_token"))
                .body("{\"client_id\": \"%s\", %s}".formatted(clientId, redirects(9)))
                .put("/register/" + clientId)
                .then()
                .statusCode(400)
                .body("error_uri", endsWith("/errors/metadata-too-large"));
    }

    @Test
    void eight_keys_are_taken() {
        withKeys(8).statusCode(201).body("jwks.keys", hasSize(8));
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void nine_keys_are_refused() {
        withKeys(9)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_uri", endsWith("/errors/metadata-too-large"))
                .body("error_description", startsWith("jwks: must have 8 keys at most, not 9"));
    }

    @Test
    void what_the_settings_declare_may_be_larger() {
        Map<String, String> settings =
                Map.of("client-name", "Large", "redirect-uris", String.join(",", addresses(9)));

        assertThatCode(() -> reader.readDeclared(settings, resources.offer()))
                .doesNotThrowAnyException();
    }

    private static ValidatableResponse register(int redirects) {
        return Registration.of("{%s}".formatted(redirects(redirects)));
    }

    private static String redirects(int number) {
        return "\"redirect_uris\": [\"%s\"]".formatted(String.join("\", \"", addresses(number)));
    }

    private static List<String> addresses(int number) {
        return IntStream.range(0, number)
                .mapToObj(it -> "https://cine.example/%d/%s".formatted(it, "x".repeat(LONG)))
                .toList();
    }

    private static ValidatableResponse withKeys(int number) {
        String keys = String.join(", ", Stream.generate(() -> KEY).limit(number).toList());
        return Registration.of(
                """
                {"grant_types": ["client_credentials"], "jwks": {"keys": [%s]},
                 "token_endpoint_auth_method": "private_key_jwt"}\
                """
                        .formatted(keys));
    }
}
