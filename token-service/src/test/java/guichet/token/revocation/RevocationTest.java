package guichet.token.revocation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevocationTest {
    private static final Map<String, String> CLIENT_CREDENTIALS =
            Map.of("grant_type", "client_credentials");

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    @Tag("RFC7009-2.1")
    void revoking_either_token_ends_the_grant(String which) {
        String client = Neighbours.client();
        var tokens = TokenCall.tokens(client);

        revoke(client, tokens.get(which)).statusCode(200);

        TokenCall.refresh(client, tokens.get("refresh_token"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        isInactive(client, tokens.get("access_token"));
    }

    @Test
    @Tag("RFC7009-2.1")
    void revoking_a_spent_refresh_token_ends_the_grant_too() {
        String client = Neighbours.client();
        String spent = TokenCall.refreshToken(client);
        String successor = TokenCall.refresh(client, spent).extract().path("refresh_token");

        revoke(client, spent).statusCode(200);

        TokenCall.refresh(client, successor).statusCode(400);
    }

    /** Its row is gone by then. */
    @Test
    void so_does_revoking_one_that_was_spent_long_before() {
        String client = Neighbours.client();
        String first = TokenCall.refreshToken(client);
        String last = first;
        for (int time = 0; time < 3; time++) {
            last = TokenCall.refresh(client, last).extract().path("refresh_token");
        }

        revoke(client, first).statusCode(200);

        TokenCall.refresh(client, last).statusCode(400);
    }

    @Test
    @Tag("RFC7009-2.1")
    void an_applications_own_token_can_be_revoked_and_a_new_one_is_good() {
        String client = Neighbours.client();
        String token = applicationToken(client);

        revoke(client, token).statusCode(200);

        isInactive(client, token);
        introspect(client, applicationToken(client)).body("active", equalTo(true));
    }

    @Test
    @Tag("RFC7009-2.1")
    void a_public_client_can_revoke_its_token() {
        String client = Neighbours.publicClient();
        String token =
                TokenCall.without(
                                client,
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        Neighbours.code(client)))
                        .extract()
                        .path("refresh_token");

        given().formParam("client_id", client)
                .formParam("token", token)
                .post("/revoke")
                .then()
                .statusCode(200);

        TokenCall.without(client, Map.of("grant_type", "refresh_token", "refresh_token", token))
                .statusCode(400);
    }

    @Test
    @Tag("RFC7009-2.1")
    void another_clients_token_stays_good_and_the_client_is_told() {
        String owner = Neighbours.client();
        String token = TokenCall.refreshToken(owner);

        revoke(Neighbours.client(), token)
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"))
                .body("error_description", containsString("another client"));

        TokenCall.refresh(owner, token).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "grt_nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    @Tag("RFC7009-2.2")
    void a_token_that_is_none_is_answered_like_a_revoked_one(String token) {
        revoke(Neighbours.client(), token).statusCode(200);
    }

    @Test
    @Tag("RFC7009-2.2")
    void revoking_twice_is_revoking_once() {
        String client = Neighbours.client();
        String token = TokenCall.refreshToken(client);

        revoke(client, token).statusCode(200);
        revoke(client, token).statusCode(200);
    }

    @Test
    @Tag("RFC7009-2.1")
    void a_wrong_hint_is_overlooked() {
        String client = Neighbours.client();
        String token = TokenCall.refreshToken(client);

        given().formParam("client_id", client)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .formParam("token_type_hint", "access_token")
                .post("/revoke")
                .then()
                .statusCode(200);

        TokenCall.refresh(client, token).statusCode(400);
    }

    @Test
    @Tag("RFC7009-2.1")
    void a_request_without_a_token_is_told_so() {
        given().formParam("client_id", Neighbours.client())
                .formParam("client_secret", Neighbours.SECRET)
                .post("/revoke")
                .then()
                .statusCode(400)
                .body("error_description", equalTo("parameter token is missing"));
    }

    @Test
    @Tag("RFC7009-2.1")
    void a_client_with_a_wrong_secret_revokes_nothing() {
        String client = Neighbours.client();
        String token = TokenCall.refreshToken(client);

        given().formParam("client_id", client)
                .formParam("client_secret", "gcs_wrong")
                .formParam("token", token)
                .post("/revoke")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));

        TokenCall.refresh(client, token).statusCode(200);
    }

    private static String applicationToken(String client) {
        return TokenCall.withSecret(client, CLIENT_CREDENTIALS).extract().path("access_token");
    }

    private static void isInactive(String client, String token) {
        introspect(client, token).body("active", equalTo(false));
    }

    private static ValidatableResponse introspect(String client, String token) {
        return call("/introspect", client, token).statusCode(200);
    }

    private static ValidatableResponse revoke(String client, String token) {
        return call("/revoke", client, token);
    }

    private static ValidatableResponse call(String path, String client, String token) {
        return given().formParam("client_id", client)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .post(path)
                .then();
    }
}
