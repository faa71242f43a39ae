package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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

    private static JwtContext verified(String token) throws Exception {
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience("http://localhost:8090")
                .setRequireExpirationTime()
                .build()
                .process(token);
    }
}
