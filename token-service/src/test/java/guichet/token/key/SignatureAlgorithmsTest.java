package guichet.token.key;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeEach;
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
    private final CurrentKeys current;
    private final KeyRotation rotation;
    private final KeysOfTheFirstStart keys;

    SignatureAlgorithmsTest(
            KeyRing ring,
            StoredKeys stored,
            CurrentKeys current,
            KeyRotation rotation,
            KeysOfTheFirstStart keys) {
        this.ring = ring;
        this.stored = stored;
        this.current = current;
        this.rotation = rotation;
        this.keys = keys;
    }

    @BeforeEach
    void asAtTheFirstStart() {
        keys.restore();
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
    void the_default_algorithms_have_a_key_that_signs_and_one_that_is_announced() {
        List<Map<String, String>> published = given().get("/jwks").path("keys");

        assertThat(published).allSatisfy(key -> assertThat(key).containsEntry("use", "sig"));
        assertThat(published.stream().map(key -> key.get("kid"))).doesNotHaveDuplicates();
        assertThat(kinds())
                .containsExactly(
                        "ES256 EC P-256", "ES256 EC P-256", "RS256 RSA 2048", "RS256 RSA 2048");
    }

    /** Libraries that know neither warn about each key of theirs, each time they look. */
    @Test
    void the_others_have_theirs_once_the_registry_tells_of_somebody_who_registered_for_them() {
        tellOf("EdDSA").statusCode(204);
        assertThat(kinds()).hasSize(6).endsWith("EdDSA OKP Ed25519", "EdDSA OKP Ed25519");

        tellOf("PS256").statusCode(204);
        tellOf("PS256").statusCode(204);
        tellOf("HS256").statusCode(204);
        assertThat(kinds()).hasSize(8).contains("PS256 RSA 2048");
    }

    @ParameterizedTest
    @GoldenSource("signing-algorithms")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private static ValidatableResponse tellOf(String algorithm) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-registry-in-tests")
                .put("/internal/signing-algorithms/" + algorithm)
                .then();
    }

    @Test
    void an_algorithm_of_which_nobody_told_begins_with_its_first_signature() throws Exception {
        var first = parsed(ring.sign(new JwtClaims(), "JWT", "EdDSA"));
        var second = parsed(ring.sign(new JwtClaims(), "JWT", "EdDSA"));

        assertThat(kinds()).hasSize(6);
        assertThat(second.getKeyIdHeaderValue()).isEqualTo(first.getKeyIdHeaderValue());
    }

    /** Each replica holds its own view; the database lets one of them make the keys. */
    @Test
    void replicas_that_begin_an_algorithm_together_share_its_first_key() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    replicas.submit(() ->
                                            rotation.begin(
                                                    SignatureAlgorithm.PS256, current.schedule())))
                            .toList();
            for (var one : begun) {
                one.get();
            }
        }
        current.look();

        assertThat(kinds()).hasSize(6);
    }

    @Test
    void what_signs_for_the_first_time_is_kept_although_its_request_fails() throws Exception {
        QuarkusTransaction.begin();
        var signed = parsed(ring.sign(new JwtClaims(), "JWT", "EdDSA"));
        QuarkusTransaction.rollback();
        current.read();

        assertThat(given().get("/jwks").asString()).contains(signed.getKeyIdHeaderValue());
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
        assertThat(ring.resolveKey(signed, List.of())).isEqualTo(key.getKey());
    }

    @Test
    void without_a_choice_it_is_es256() throws Exception {
        assertThat(
                        parsed(ring.sign(new JwtClaims(), "JWT", KeyRing.STANDARD_ALGORITHM))
                                .getAlgorithmHeaderValue())
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

        assertThatThrownBy(() -> ring.resolveKey(other, List.of()))
                .isInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void private_keys_are_encrypted_at_rest() {
        ring.provide("PS256");
        ring.provide("EdDSA");

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

    private static List<String> kinds() {
        List<Map<String, String>> published = given().get("/jwks").path("keys");
        return published.stream().map(SignatureAlgorithmsTest::kind).toList();
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
