package guichet.token.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
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
@Tag("OIDCC-5.3")
class UserinfoTest {
    private final UUID grantId = UUID.randomUUID();
    private final String client = Neighbours.client();

    @Test
    void the_bearer_is_told_the_claims_of_the_person() {
        String token = accessToken(client, "openid email");
        Neighbours.tellsClaims(grantId, "{\"email\": \"alice@example.com\"}");

        ValidatableResponse answer = given().auth().oauth2(token).get("/userinfo").then();

        answer.statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("sub", equalTo(Neighbours.PERSON))
                .body("email", equalTo("alice@example.com"));
    }

    @Test
    void authorization_service_is_told_what_the_client_may_have() {
        String limited = Neighbours.clientWithScope("openid email");
        String token = accessToken(limited, "openid email");
        Neighbours.tellsClaimsOfClientWith(
                "openid email", grantId, "{\"email\": \"alice@example.com\"}");

        ValidatableResponse answer = given().auth().oauth2(token).get("/userinfo").then();

        answer.statusCode(200).body("email", equalTo("alice@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/jwt",
                "application/jwt, */*;q=0.1",
                "application/*",
                "text/html",
                "*",
                ";"
            })
    void the_claims_are_JSON_whatever_is_preferred(String accept) {
        String token = accessToken(client, "openid email");
        Neighbours.tellsClaims(grantId, "{\"email\": \"alice@example.com\"}");

        var answer = given().auth().oauth2(token).header("Accept", accept).get("/userinfo").then();

        answer.statusCode(200)
                .contentType("application/json")
                .body("email", equalTo("alice@example.com"));
    }

    @Test
    void the_subject_cannot_be_replaced_by_a_claim() {
        String token = accessToken(client, "openid");
        Neighbours.tellsClaims(grantId, "{\"sub\": \"somebody else\"}");

        given().auth()
                .oauth2(token)
                .get("/userinfo")
                .then()
                .body("sub", equalTo(Neighbours.PERSON));
    }

    @Test
    @Tag("OIDCC-5.3.1")
    void the_token_may_come_by_post_in_the_header() {
        String token = accessToken(client, "openid");
        Neighbours.tellsClaims(grantId, "{}");

        given().auth().oauth2(token).post("/userinfo").then().statusCode(200);
    }

    @Test
    @Tag("RFC6750-2.2")
    void the_token_may_come_by_post_in_the_form() {
        String token = accessToken(client, "openid");
        Neighbours.tellsClaims(grantId, "{}");

        given().formParam("access_token", token).post("/userinfo").then().statusCode(200);
    }

    @Test
    @Tag("RFC6750-2")
    void a_token_in_both_places_is_refused() {
        String token = accessToken(client, "openid");

        given().auth()
                .oauth2(token)
                .formParam("access_token", token)
                .post("/userinfo")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    @Tag("RFC6750-2.2")
    void the_form_of_a_get_is_not_read() {
        given().contentType(ContentType.URLENC)
                .body("access_token=" + accessToken(client, "openid"))
                .get("/userinfo")
                .then()
                .statusCode(401);
    }

    @Test
    @Tag("RFC6750-2")
    void two_tokens_in_a_form_are_refused() {
        given().formParam("access_token", "one", "two")
                .post("/userinfo")
                .then()
                .statusCode(400)
                .header("WWW-Authenticate", containsString("invalid_request"))
                .body("error_description", containsString("access_token is repeated"));
    }

    @Test
    @Tag("RFC6750-2.3")
    void a_token_in_the_address_is_refused() {
        given().queryParam("access_token", accessToken(client, "openid"))
                .get("/userinfo")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    @Tag("RFC9068-4")
    void a_token_for_userinfo_opens_no_administration() {
        given().auth()
                .oauth2(accessToken(client, "openid"))
                .get("/admin/keys")
                .then()
                .statusCode(401)
                .body("error_description", containsString("for another API"));
    }

    @Test
    @Tag("RFC6750-3.1")
    void without_a_token_there_is_a_challenge_and_no_error_code() {
        given().get("/userinfo").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_token_that_is_not_ours_is_refused() {
        given().auth()
                .oauth2("not-a-token")
                .get("/userinfo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                .body("error", equalTo("invalid_token"));
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_token_without_the_scope_openid_is_not_enough() {
        String token = accessToken(client, "movies:read");

        given().auth()
                .oauth2(token)
                .get("/userinfo")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("error", equalTo("insufficient_scope"));
    }

    @Test
    @Tag("RFC7009-2.1")
    void a_revoked_token_is_refused_at_once() {
        String token = accessToken(client, "openid");
        given().formParam("client_id", client)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .post("/revoke");

        given().auth().oauth2(token).get("/userinfo").then().statusCode(401);
    }

    @Test
    void a_grant_that_authorization_service_has_ended_is_refused() {
        String token = accessToken(client, "openid");
        Neighbours.knowsNoMore(grantId);

        given().auth().oauth2(token).get("/userinfo").then().statusCode(401);
    }

    @Test
    @Tag("OIDCC-5.3.2")
    void a_client_that_registered_so_gets_a_signed_answer() throws Exception {
        String wary = Neighbours.clientOfSignedUserinfo("RS256");
        String token = accessToken(wary, "openid email");
        Neighbours.tellsClaims(grantId, "{\"email\": \"alice@example.com\"}");

        ValidatableResponse answer = given().auth().oauth2(token).get("/userinfo").then();

        answer.statusCode(200).contentType(startsWith("application/jwt"));
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        var claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                        .setExpectedIssuer("http://localhost:8080")
                        .setExpectedAudience(wary)
                        .build()
                        .processToClaims(answer.extract().asString());
        assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        assertThat(claims.getStringClaimValue("email")).isEqualTo("alice@example.com");
    }

    @Test
    @Tag("RFC9068-2.2")
    void a_token_with_openid_is_for_the_issuer_too() {
        String token = accessToken(client, "openid movies:read");

        List<String> audience = TokenCall.introspect(client, token).extract().path("aud");

        assertThat(audience).containsExactly("http://localhost:8090", "http://localhost:8080");
    }

    private String accessToken(String ofClient, String scope) {
        String grant = Neighbours.grant(grantId, ofClient, scope, "");
        return TokenCall.withSecret(
                        ofClient,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                Neighbours.codeOf(grant)))
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
