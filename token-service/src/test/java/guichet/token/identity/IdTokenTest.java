package guichet.token.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
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
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdTokenTest {
    private final String client = Neighbours.client();

    @Test
    @Tag("OIDCC-2")
    void an_id_token_says_who_signed_in_when_how_and_for_whom() throws Exception {
        JwtClaims claims = verified(tokens(client, "openid"), client).getJwtClaims();

        assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        assertThat(claims.getAudience()).isEqualTo(List.of(client));
        assertThat(claims.getStringClaimValue("azp")).isEqualTo(client);
        assertThat(claims.getClaimValue("auth_time", Long.class)).isEqualTo(1767261600L);
        assertThat(claims.getStringClaimValue("acr")).isEqualTo("urn:guichet:acr:password");
        assertThat(claims.getStringListClaimValue("amr")).isEqualTo(List.of("pwd"));
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(Neighbours.SESSION);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    @Tag("OIDCC-3.1.3.7")
    void it_returns_the_nonce_of_the_request() throws Exception {
        JwtClaims claims = verified(tokens(client, "openid"), client).getJwtClaims();

        assertThat(claims.getStringClaimValue("nonce")).isEqualTo("n-0S6_WzA2Mj");
    }

    @Test
    @Tag("OIDCC-5.5")
    void it_has_the_claims_that_were_asked_for_by_name() throws Exception {
        JwtClaims claims = verified(tokens(client, "openid"), client).getJwtClaims();

        assertThat(claims.getStringClaimValue("email")).isEqualTo("alice@example.com");
    }

    @Test
    @Tag("OIDCC-3.1.3.6")
    void it_names_the_access_token_by_half_its_digest() throws Exception {
        Map<String, String> tokens = tokens(client, "openid");

        JwtClaims claims = verified(tokens, client).getJwtClaims();

        assertThat(claims.getStringClaimValue("at_hash"))
                .isEqualTo(leftHalf("SHA-256", tokens.get("access_token")));
    }

    @ParameterizedTest
    @CsvSource({"RS256, SHA-256", "ES256, SHA-256", "PS256, SHA-256", "EdDSA, SHA-512"})
    @Tag("OIDCR-2")
    void it_is_signed_as_the_client_registered(String algorithm, String digest) throws Exception {
        String choosy = Neighbours.clientSigned(algorithm);
        Map<String, String> tokens = tokens(choosy, "openid");

        JwtContext idToken = verified(tokens, choosy);

        assertThat(idToken.getJoseObjects().getFirst().getAlgorithmHeaderValue())
                .isEqualTo(algorithm);
        assertThat(idToken.getJwtClaims().getStringClaimValue("at_hash"))
                .isEqualTo(leftHalf(digest, tokens.get("access_token")));
    }

    @Test
    @Tag("OIDCC-2")
    void it_is_signed_with_rs256_for_a_client_that_registered_none() throws Exception {
        JwtContext idToken = verified(tokens(client, "openid"), client);

        assertThat(idToken.getJoseObjects().getFirst().getAlgorithmHeaderValue())
                .isEqualTo("RS256");
    }

    @Test
    @Tag("OIDCC-3.1.2.1")
    void without_the_scope_openid_there_is_none() {
        assertThat(tokens(client, "movies:read")).doesNotContainKey("id_token");
    }

    @Test
    @Tag("OIDCC-12.2")
    void a_refresh_yields_another_one_for_the_same_sign_in_without_the_nonce() throws Exception {
        Map<String, String> first = tokens(client, "openid");

        Map<String, String> next =
                TokenCall.refresh(client, first.get("refresh_token")).extract().path("$");

        JwtClaims claims = verified(next, client).getJwtClaims();
        assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        assertThat(claims.getClaimValue("auth_time", Long.class)).isEqualTo(1767261600L);
        assertThat(claims.hasClaim("nonce")).isFalse();
    }

    @Test
    @Tag("OIDCC-5.4")
    void it_has_what_userinfo_says_for_a_client_that_registered_so_at_refreshes_too()
            throws Exception {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        UUID grant = UUID.randomUUID();
        String userinfo = "{\"name\": \"Alice Martin\", \"sub\": \"mallory\"}";
        Neighbours.tellsClaims(grant, userinfo);

        Map<String, String> first =
                redeemed(Neighbours.codeWithUserinfo(openId(grant, reader), userinfo), reader);
        Map<String, String> next =
                TokenCall.refresh(reader, first.get("refresh_token")).extract().path("$");

        for (Map<String, String> tokens : List.of(first, next)) {
            JwtClaims claims = verified(tokens, reader).getJwtClaims();
            assertThat(claims.getStringClaimValue("name")).isEqualTo("Alice Martin");
            assertThat(claims.getSubject()).isEqualTo(Neighbours.PERSON);
        }
    }

    @Test
    @Tag("OIDCC-5.4")
    void otherwise_the_scopes_are_answered_by_userinfo_alone() throws Exception {
        UUID grant = UUID.randomUUID();
        Neighbours.tellsClaims(grant, "{\"name\": \"Alice Martin\"}");

        JwtClaims claims = verified(tokens(grant, client), client).getJwtClaims();

        assertThat(claims.hasClaim("name")).isFalse();
    }

    @Test
    @Tag("OIDCC-5.4")
    void it_has_that_for_a_password_too() throws Exception {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        UUID grant = UUID.randomUUID();
        Neighbours.tellsClaims(grant, "{\"name\": \"Alice Martin\"}");
        String username = Neighbours.personOf(openId(grant, reader));

        Map<String, String> tokens =
                TokenCall.withSecret(
                                reader,
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "username",
                                        username,
                                        "password",
                                        "opens"))
                        .statusCode(200)
                        .extract()
                        .path("$");

        assertThat(verified(tokens, reader).getJwtClaims().getStringClaimValue("name"))
                .isEqualTo("Alice Martin");
    }

    @Test
    void a_client_that_reads_userinfo_there_refreshes_no_more_once_the_grant_has_ended() {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        UUID grant = UUID.randomUUID();
        Map<String, String> first = tokens(grant, reader);
        Neighbours.knowsNoMore(grant);

        TokenCall.refresh(reader, first.get("refresh_token"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    private static String openId(UUID grant, String client) {
        return Neighbours.grant(grant, client, "openid", "");
    }

    private static Map<String, String> tokens(UUID grant, String client) {
        return tokensFor(openId(grant, client), client);
    }

    private static Map<String, String> tokens(String client, String scope) {
        return tokensFor(Neighbours.grant(UUID.randomUUID(), client, scope, ""), client);
    }

    private static Map<String, String> tokensFor(String grant, String client) {
        return redeemed(Neighbours.codeOf(grant), client);
    }

    private static Map<String, String> redeemed(String code, String client) {
        return TokenCall.withSecret(
                        client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static JwtContext verified(Map<String, String> tokens, String client) throws Exception {
        var keys = new JsonWebKeySet(given().get("/jwks").asString()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.DISALLOW_NONE)
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience(client)
                .setRequireExpirationTime()
                .build()
                .process(tokens.get("id_token"));
    }

    private static String leftHalf(String algorithm, String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance(algorithm)
                        .digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
