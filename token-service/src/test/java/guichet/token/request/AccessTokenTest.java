package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
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
@Tag("RFC9068-2")
class AccessTokenTest {
    @Test
    void a_persons_token_has_the_claims_of_rfc_9068() throws Exception {
        String client = Neighbours.client();

        var token =
                verified(
                        TokenCall.withSecret(
                                        client,
                                        Map.of(
                                                "grant_type",
                                                "authorization_code",
                                                "code",
                                                Neighbours.code(client)))
                                .extract()
                                .path("access_token"));

        var claims = token.getJwtClaims();
        assertThat(token.getJoseObjects().getFirst().getHeader("typ")).isEqualTo("at+jwt");
        assertThat(token.getJoseObjects().getFirst().getAlgorithmHeaderValue()).isEqualTo("ES256");
        assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo(client);
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("movies:read movies:write");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getClaimValue("auth_time", Long.class)).isEqualTo(1767261600L);
        assertThat(claims.getStringListClaimValue("amr")).isEqualTo(List.of("pwd"));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    void an_applications_token_is_about_the_application() throws Exception {
        String client = Neighbours.client();

        var token =
                verified(
                        TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"))
                                .extract()
                                .path("access_token"));

        assertThat(token.getJwtClaims().getSubject()).isEqualTo(client);
        assertThat(token.getJwtClaims().hasClaim("auth_time")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "EdDSA"})
    @Tag("RFC7518-3.1")
    void a_token_is_signed_by_the_algorithm_of_its_api(String algorithm) throws Exception {
        String scope = "seats-%s:read".formatted(algorithm.toLowerCase(Locale.ROOT));

        String token = applicationToken(scope).statusCode(200).extract().path("access_token");

        var signed = verified(token, algorithm, "https://seats.example/" + algorithm);
        assertThat(signed.getJoseObjects().getFirst().getAlgorithmHeaderValue())
                .isEqualTo(algorithm);
        assertThat(signed.getJwtClaims().getStringClaimValue("scope")).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "EdDSA"})
    void such_a_token_is_known_again(String algorithm) {
        String scope = "seats-%s:read".formatted(algorithm.toLowerCase(Locale.ROOT));
        String client = Neighbours.applicationWith(scope);
        String token =
                TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"))
                        .extract()
                        .path("access_token");

        TokenCall.introspect(client, token).body("active", equalTo(true));
    }

    @Test
    void apis_that_want_different_algorithms_cannot_share_a_token() {
        given().formParam(
                        "client_id",
                        Neighbours.applicationWith("seats-rs256:read seats-eddsa:read"))
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("grant_type", "client_credentials")
                .formParam("resource", "https://seats.example/RS256", "https://seats.example/EdDSA")
                .post("/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_target"))
                .body("error_description", containsString("different algorithms"));
    }

    @Test
    void a_client_of_both_may_ask_for_one() {
        String client = Neighbours.applicationWith("seats-rs256:read seats-eddsa:read");

        TokenCall.withSecret(
                        client,
                        Map.of("grant_type", "client_credentials", "scope", "seats-eddsa:read"))
                .statusCode(200);
    }

    private static ValidatableResponse applicationToken(String scope) {
        return TokenCall.withSecret(
                Neighbours.applicationWith(scope), Map.of("grant_type", "client_credentials"));
    }

    private static JwtContext verified(String token) throws Exception {
        return verified(token, "ES256", "http://localhost:8090");
    }

    private static JwtContext verified(String token, String algorithm, String audience)
            throws Exception {
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, algorithm))
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .build()
                .process(token);
    }
}
