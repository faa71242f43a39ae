package guichet.token.implicit;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Sha256;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
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
@Tag("OIDCC-3.2.2.5")
class ImplicitTokensTest {
    private final String client = Neighbours.implicitClient();
    private final UUID grantId = UUID.randomUUID();

    @Test
    void an_id_token_alone_has_the_nonce_and_the_claims_of_the_person() throws Exception {
        JwtClaims claims = verified(issued("id_token").extract().path("id_token"));

        assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        assertThat(claims.getAudience()).isEqualTo(List.of(client));
        assertThat(claims.getStringClaimValue("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Alice Martin");
    }

    @Test
    void there_is_nothing_beside_it_that_it_could_name() throws Exception {
        ValidatableResponse answer = issued("id_token").body("$", aMapWithSize(1));

        assertThat(verified(answer.extract().path("id_token")).hasClaim("at_hash")).isFalse();
    }

    @Test
    @Tag("OIDCC-3.2.2.9")
    void beside_an_access_token_it_names_that_by_its_hash() throws Exception {
        ValidatableResponse answer = issued("id_token token");

        String accessToken = answer.extract().path("access_token");
        assertThat(verified(answer.extract().path("id_token")).getStringClaimValue("at_hash"))
                .isEqualTo(leftHalfOfSha256(accessToken));
    }

    @Test
    void the_access_token_opens_userinfo() {
        Neighbours.tellsClaims(grantId, "{\"name\": \"Alice Martin\"}");

        String accessToken =
                issued("id_token token")
                        .body("token_type", equalTo("Bearer"))
                        .body("expires_in", equalTo("3600"))
                        .body("scope", equalTo("openid movies:read"))
                        .extract()
                        .path("access_token");

        given().auth()
                .oauth2(accessToken)
                .get("/userinfo")
                .then()
                .statusCode(200)
                .body("name", equalTo("Alice Martin"));
    }

    @Test
    @Tag("RFC7591-5")
    void a_client_that_asks_for_id_tokens_alone_is_in_use_too() {
        issued("id_token");

        internally()
                .header("Authorization", "Bearer the-credential-of-registry-in-tests")
                .contentType("application/json")
                .body(List.of(client))
                .post("/internal/granted-clients")
                .then()
                .body("", contains(client));
    }

    @Test
    @Tag("OIDCC-3.2")
    void there_is_never_a_refresh_token() {
        issued("id_token token").body("$", aMapWithSize(5));
    }

    @ParameterizedTest
    @GoldenSource("implicit-tokens")
    void they_are_answered_as_the_contract_has_it(Golden golden) {
        Callee.check(golden, it -> of(client, it), "response.access_token", "response.id_token");
    }

    @ParameterizedTest
    @GoldenSource("implicit-tokens-not-registered")
    void a_client_that_did_not_register_for_them_gets_none(Golden golden) {
        Callee.check(of(Neighbours.client(), golden));
    }

    private static Golden of(String clientId, Golden golden) {
        return golden.with("request.grant.client_id", clientId)
                .with("request.grant.grant_id", UUID.randomUUID())
                .with("request.grant.sid", UUID.randomUUID());
    }

    @Test
    void a_code_is_not_issued_here() {
        asked("the-credential-of-authorization-in-tests", client, "code").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-credential-of-registry-in-tests", "wrong"})
    void only_authorization_service_gets_any(String credential) {
        asked(credential, client, "id_token").statusCode(401);
    }

    @Test
    void everything_has_to_be_named() {
        internally()
                .header("Authorization", "Bearer the-credential-of-authorization-in-tests")
                .contentType("application/json")
                .body("{\"response_type\": \"id_token\", \"id_token_claims\": {}}")
                .post("/internal/implicit-tokens")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse issued(String responseType) {
        return asked("the-credential-of-authorization-in-tests", client, responseType)
                .statusCode(200);
    }

    private ValidatableResponse asked(String credential, String clientId, String responseType) {
        Golden asked =
                of(clientId, Golden.today("implicit-tokens"))
                        .with("request.grant.grant_id", grantId)
                        .with("request.grant.subject", Neighbours.PERSON)
                        .with("request.response_type", responseType);
        return Callee.call(asked, credential).then();
    }

    private JwtClaims verified(String idToken) throws Exception {
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience(client)
                .build()
                .processToClaims(idToken);
    }

    private static String leftHalfOfSha256(String text) {
        byte[] digest = Sha256.of(text);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
