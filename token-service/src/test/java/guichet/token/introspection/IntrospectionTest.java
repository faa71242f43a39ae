package guichet.token.introspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
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
class IntrospectionTest {
    private static final String SIGNED = "application/token-introspection+jwt";

    private final TestClock clock;

    IntrospectionTest(TestClock clock) {
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("RFC7662-2.2")
    void an_access_token_is_described_to_its_client() {
        String client = Neighbours.client();

        TokenCall.introspect(client, TokenCall.tokens(client).get("access_token"))
                .header("Cache-Control", "no-store")
                .body("active", equalTo(true))
                .body("token_type", equalTo("Bearer"))
                .body("iss", equalTo("http://localhost:8080"))
                .body("client_id", equalTo(client))
                .body("sub", equalTo(Neighbours.PERSON))
                .body("aud", equalTo("http://localhost:8090"))
                .body("scope", equalTo("movies:read movies:write"))
                .body("exp", notNullValue())
                .body("iat", notNullValue())
                .body("jti", notNullValue());
    }

    @Test
    @Tag("RFC7662-2.2")
    void a_refresh_token_is_described_to_its_client() {
        String client = Neighbours.client();

        TokenCall.introspect(client, TokenCall.refreshToken(client))
                .body("active", equalTo(true))
                .body("client_id", equalTo(client))
                .body("sub", equalTo(Neighbours.PERSON))
                .body("scope", equalTo("movies:read movies:write"))
                .body("exp", notNullValue());
    }

    @Test
    @Tag("RFC7662-2.2")
    void the_api_that_a_token_is_for_may_ask() {
        String token = TokenCall.tokens(Neighbours.client()).get("access_token");

        TokenCall.introspect(Neighbours.MOVIES_API, token).body("active", equalTo(true));
    }

    @Test
    @Tag("RFC7662-4")
    void an_api_is_told_nothing_of_refresh_tokens() {
        String token = TokenCall.refreshToken(Neighbours.client());

        isInactive(Neighbours.MOVIES_API, token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    @Tag("RFC7662-4")
    void another_client_is_told_nothing(String which) {
        var tokens = TokenCall.tokens(Neighbours.client());

        isInactive(Neighbours.client(), tokens.get(which));
    }

    @Test
    @Tag("RFC7662-2.1")
    void a_client_without_a_secret_may_not_ask() {
        String client = Neighbours.publicClient();

        given().formParam("client_id", client)
                .formParam("token", "any")
                .post("/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic "))
                .body("error", equalTo("invalid_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", SIGNED})
    @Tag("RFC7662-2.1")
    void its_name_in_the_header_with_an_empty_secret_is_no_proof_either(String answer) {
        String client = Neighbours.publicClient();
        String token = TokenCall.refreshTokenWithoutSecret(client);

        given().auth()
                .preemptive()
                .basic(client, "")
                .accept(answer)
                .formParam("token", token)
                .post("/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic "))
                .body("error", equalTo("invalid_client"));
    }

    @Test
    @Tag("RFC6749-5.2")
    void whoever_does_not_authenticate_is_asked_to() {
        given().formParam("token", "any")
                .post("/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic "))
                .body("error", equalTo("invalid_client"));
    }

    @Test
    @Tag("RFC7662-2.3")
    void an_unknown_client_is_refused() {
        given().formParam("client_id", "nobody")
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", "any")
                .post("/introspect")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "grt_nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    @Tag("RFC7662-2.2")
    void a_token_that_is_none_is_not_active(String token) {
        isInactive(Neighbours.client(), token);
    }

    @Test
    @Tag("RFC7662-2.2")
    void an_expired_access_token_is_not_active() {
        String client = Neighbours.client();
        String token = TokenCall.tokens(client).get("access_token");

        clock.pass(Duration.ofMinutes(61));

        isInactive(client, token);
    }

    @Test
    @Tag("RFC7662-2.2")
    void a_spent_refresh_token_is_not_active() {
        String client = Neighbours.client();
        String token = TokenCall.refreshToken(client);

        String second = TokenCall.refresh(client, token).extract().path("refresh_token");
        isInactive(client, token);

        TokenCall.refresh(client, second).statusCode(200);
        isInactive(client, token);
    }

    @Test
    @Tag("RFC7662-2.2")
    void a_refresh_token_that_lay_idle_is_not_active() {
        String client = Neighbours.client();
        String token = TokenCall.refreshToken(client);

        clock.pass(Duration.ofDays(31));

        isInactive(client, token);
    }

    @Test
    @Tag("RFC9701-5")
    void the_answer_is_signed_for_whoever_asks_for_that() throws Exception {
        String client = Neighbours.client();

        var claims = signedAnswer(client, "RS256");

        Map<?, ?> told = claims.getClaimValue("token_introspection", Map.class);
        assertThat(told.get("active")).isEqualTo(true);
        assertThat(told.get("sub")).isEqualTo(Neighbours.PERSON);
        assertThat(claims.hasClaim("sub")).isFalse();
        assertThat(claims.hasClaim("exp")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "PS256", "EdDSA"})
    @Tag("RFC9701-6")
    void the_answer_is_signed_by_the_algorithm_that_the_api_registered(String algorithm)
            throws Exception {
        String api = Neighbours.apiOfSignedIntrospection(algorithm);

        assertThat(signedAnswer(api, algorithm).hasClaim("token_introspection")).isTrue();
    }

    /** What the client is told of a token of its own, by this algorithm and no other. */
    private static JwtClaims signedAnswer(String client, String algorithm) throws Exception {
        String answer =
                given().header("Accept", SIGNED)
                        .formParam("client_id", client)
                        .formParam("client_secret", Neighbours.SECRET)
                        .formParam("token", TokenCall.tokens(client).get("access_token"))
                        .post("/introspect")
                        .then()
                        .statusCode(200)
                        .contentType(SIGNED)
                        .extract()
                        .asString();
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setExpectedType(true, "token-introspection+jwt")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, algorithm))
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience(client)
                .build()
                .processToClaims(answer);
    }

    private static void isInactive(String client, String token) {
        TokenCall.introspect(client, token)
                .body("active", equalTo(false))
                .body("findAll { it.key != 'active' }", anEmptyMap());
    }
}
