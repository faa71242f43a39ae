package guichet.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A chain of keys for each algorithm. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureAlgorithmsTest {
    private final KeyRing ring;
    private final StoredKeys stored;

    SignatureAlgorithmsTest(KeyRing ring, StoredKeys stored) {
        this.ring = ring;
        this.stored = stored;
    }

    @Test
    @Tag("RFC7517-5")
    void the_set_shows_public_members_only_and_may_be_cached() {
        var answer = given().get("/jwks").then().statusCode(200).extract();

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.contentType()).startsWith("application/jwk-set+json");
        List<Map<String, String>> keys = answer.path("keys");
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(Set.of("kty", "crv", "x", "y", "n", "e", "kid", "use", "alg"))
                                .containsAll(key.keySet()));
    }

    @Test
    @Tag("RFC7517-4")
    void each_algorithm_has_a_key_that_signs_and_one_that_is_announced() {
        List<Map<String, String>> keys = given().get("/jwks").path("keys");

        assertThat(keys).allSatisfy(key -> assertThat(key).containsEntry("use", "sig"));
        assertThat(keys.stream().map(key -> key.get("kid"))).doesNotHaveDuplicates();
        assertThat(keys.stream().map(SignatureAlgorithmsTest::kind))
                .containsExactly(
                        "ES256 EC P-256",
                        "ES256 EC P-256",
                        "RS256 RSA 2048",
                        "RS256 RSA 2048",
                        "PS256 RSA 2048",
                        "PS256 RSA 2048",
                        "EdDSA OKP Ed25519",
                        "EdDSA OKP Ed25519");
    }

    @Test
    void a_validator_may_ask_for_plain_json() {
        given().accept("application/json").get("/jwks").then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_signed_is_validated_with_the_published_keys(SignatureAlgorithm algorithm)
            throws Exception {
        var signed = parsed(ring.sign(new JwtClaims(), "test+jwt", algorithm.value()));

        var published = new JsonWebKeySet(given().get("/jwks").asString());
        var key =
                published.findJsonWebKey(
                        signed.getKeyIdHeaderValue(), null, "sig", algorithm.value());
        signed.setKey(key.getKey());
        assertThat(signed.getAlgorithmHeaderValue()).isEqualTo(algorithm.value());
        assertThat(signed.getHeader("typ")).isEqualTo("test+jwt");
        assertThat(signed.verifySignature()).isTrue();
        assertThat(ring.resolve(signed, List.of())).isEqualTo(key.getKey());
    }

    @Test
    void without_a_choice_it_is_es256() throws Exception {
        assertThat(parsed(ring.sign(new JwtClaims(), "JWT")).getAlgorithmHeaderValue())
                .isEqualTo("ES256");
        assertThat(ring.algorithms()).containsExactly("ES256", "RS256", "PS256", "EdDSA");
    }

    @Test
    void an_algorithm_without_keys_is_a_fault_of_the_caller() {
        assertThatThrownBy(() -> ring.sign(new JwtClaims(), "JWT", "HS256"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("RFC8725-3.1")
    void a_key_is_for_its_own_algorithm_only() throws Exception {
        var signed = parsed(ring.sign(new JwtClaims(), "JWT", "RS256"));
        var other = new JsonWebSignature();
        other.setKeyIdHeaderValue(signed.getKeyIdHeaderValue());
        other.setAlgorithmHeaderValue("PS256");

        assertThatThrownBy(() -> ring.resolve(other, List.of()))
                .isInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void private_keys_are_encrypted_at_rest() {
        List<StoredKey> atRest = QuarkusTransaction.requiringNew().call(() -> stored.listAll());

        assertThat(atRest).hasSize(8);
        for (StoredKey key : atRest) {
            assertThat(new String(key.encryptedPrivateKey, StandardCharsets.ISO_8859_1))
                    .doesNotContain("PRIVATE")
                    .doesNotContain("\"d\"")
                    .hasSizeGreaterThan(28);
        }
    }

    private static JsonWebSignature parsed(String token) throws JoseException {
        var signed = new JsonWebSignature();
        signed.setCompactSerialization(token);
        return signed;
    }

    private static String kind(Map<String, String> key) {
        String size =
                key.containsKey("n")
                        ? Integer.toString(modulus(key.get("n")).length * 8)
                        : key.get("crv");
        return "%s %s %s".formatted(key.get("alg"), key.get("kty"), size);
    }

    private static byte[] modulus(String encoded) {
        return Base64.getUrlDecoder().decode(encoded);
    }
}
