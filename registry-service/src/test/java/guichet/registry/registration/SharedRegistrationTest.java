package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Copies of an application that register the same. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3.2.1")
class SharedRegistrationTest {
    private final String name = "Kiosk " + UUID.randomUUID();

    @Test
    void a_public_client_that_registers_the_same_is_the_same_and_nobody_manages_it() {
        var first = register("none").statusCode(201).extract();
        String id = first.path("client_id");
        String token = first.path("registration_access_token");
        manage(id, token).statusCode(200);

        register("none")
                .statusCode(201)
                .body("client_id", equalTo(id))
                .body("$", not(hasKey("registration_access_token")))
                .body("$", not(hasKey("registration_client_uri")));

        manage(id, token).statusCode(401);
        replace(id, token).statusCode(401);
    }

    @Test
    void what_was_left_out_and_what_was_filled_in_are_the_same() {
        String id = register("none").extract().path("client_id");

        Registration.of(
                        """
                        {"token_endpoint_auth_method": "none", "client_name": "%s",
                         "grant_types": ["authorization_code"], "response_types": ["code"],
                         "redirect_uris": ["https://cine.example/cb"], "subject_type": "public"}\
                        """
                                .formatted(name))
                .body("client_id", equalTo(id));
    }

    @Test
    void a_client_that_changed_is_its_own() {
        var first = register("none").extract();
        String id = first.path("client_id");
        replace(id, first.path("registration_access_token")).statusCode(200);

        register("none").statusCode(201).body("client_id", not(equalTo(id)));
    }

    @Test
    void clients_that_prove_who_they_are_share_nothing() {
        String id = register("client_secret_basic").extract().path("client_id");

        register("client_secret_basic")
                .body("client_id", not(equalTo(id)))
                .body("$", hasKey("registration_access_token"));
    }

    @Test
    void however_many_register_at_once_they_are_one() throws Exception {
        Callable<String> attempt =
                () -> register("none").statusCode(201).extract().path("client_id");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(8, attempt)))
                    .extracting(Future::resultNow)
                    .containsOnly(attempt.call());
        }
    }

    private ValidatableResponse register(String method) {
        return Registration.of(
                """
                {"redirect_uris": ["https://cine.example/cb"], "client_name": "%s",
                 "token_endpoint_auth_method": "%s"}\
                """
                        .formatted(name, method));
    }

    private static ValidatableResponse manage(String id, String token) {
        return given().auth().preemptive().oauth2(token).get("/register/" + id).then();
    }

    private static ValidatableResponse replace(String id, String token) {
        return given().auth()
                .preemptive()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "redirect_uris": ["https://cine.example/other"],
                         "token_endpoint_auth_method": "none"}\
                        """
                                .formatted(id))
                .put("/register/" + id)
                .then();
    }
}
