package guichet.token.logout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
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
@Tag("BackChannelLogout-2.4")
class LogoutTokenTest {
    private final String client = Neighbours.client();
    private final UUID sid = UUID.randomUUID();

    @Test
    void it_says_who_is_told_of_whose_session_and_when() throws Exception {
        JwtClaims claims = received().getJwtClaims();

        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getAudience()).containsExactly(client);
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(sid.toString());
        assertThat(claims.getIssuedAt().getValue()).isCloseTo(now(), within(5L));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(120);
    }

    @Test
    void it_is_the_event_of_a_logout_and_cannot_pass_for_an_id_token() throws Exception {
        JwtContext token = received();

        assertThat(token.getJoseObjects().getFirst().getHeader("typ")).isEqualTo("logout+jwt");
        assertThat(token.getJwtClaims().getClaimValue("events"))
                .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(token.getJwtClaims().getClaimNames())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "iat", "exp", "jti", "sid", "events");
    }

    @Test
    void each_attempt_has_a_token_of_its_own() throws Exception {
        assertThat(received().getJwtClaims().getJwtId())
                .isNotEqualTo(received().getJwtClaims().getJwtId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "PS256", "EdDSA"})
    @Tag("BackChannelLogout-2.6")
    void it_is_signed_like_the_client_s_id_tokens(String algorithm) throws Exception {
        Golden notice = notice().with("request.client_id", Neighbours.clientSigned(algorithm));

        assertThat(received(notice).getJoseObjects().getFirst().getAlgorithmHeaderValue())
                .isEqualTo(algorithm);
    }

    @ParameterizedTest
    @GoldenSource("logout-tokens")
    void it_is_answered_as_the_contract_has_it(Golden golden) {
        Callee.check(golden.with("request.client_id", client), "response.logout_token");
    }

    @ParameterizedTest
    @GoldenSource("logout-tokens-gone")
    void for_a_client_that_is_gone_there_is_none(Golden golden) {
        Callee.check(golden);
    }

    @Test
    void what_else_is_asked_for_is_not_signed() throws Exception {
        Golden notice = notice().with("request.nonce", "n").with("request.scope", "movies:read");

        assertThat(received(notice).getJwtClaims().getClaimNames())
                .doesNotContain("nonce", "scope");
    }

    @Test
    void only_authorization_service_gets_one_and_has_to_name_everything() {
        Callee.call(notice(), "the-credential-of-registry-in-tests").then().statusCode(401);
        for (String member : List.of("client_id", "subject", "sid")) {
            Callee.call(notice().without("request." + member)).then().statusCode(400);
        }
    }

    private Golden notice() {
        return Golden.today("logout-tokens")
                .with("request.client_id", client)
                .with("request.subject", "alice")
                .with("request.sid", sid);
    }

    private JwtContext received() throws Exception {
        return received(notice());
    }

    private JwtContext received(Golden notice) throws Exception {
        String token = Callee.call(notice).then().statusCode(200).extract().path("logout_token");
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setSkipDefaultAudienceValidation()
                .build()
                .process(token);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
