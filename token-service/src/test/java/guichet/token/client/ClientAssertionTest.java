package guichet.token.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.foreign.OddValues;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that prove who they are with a JWT. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7523-3")
class ClientAssertionTest {
    private static final String ISSUER = "http://localhost:8080";
    private static final PublicJsonWebKey KEY = ecKey("the-key");

    private final TestClock clock;

    ClientAssertionTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    void a_jwt_signed_with_the_registered_key_is_taken_everywhere(String endpoint) {
        String client = clientWith(KEY);

        call(endpoint, signed(usual(client), "ES256", KEY)).statusCode(200);
    }

    @Test
    void the_token_endpoint_may_be_the_audience() {
        String client = clientWith(KEY);
        var claims = usual(client);
        claims.setAudience(ISSUER + "/token");

        token(signed(claims, "ES256", KEY)).statusCode(200);
    }

    @Test
    @Tag("RFC7519-4.1.3")
    void a_list_of_one_audience_is_that_audience() {
        String client = clientWith(KEY);
        var claims = usual(client);
        claims.setClaim("aud", List.of(ISSUER));

        token(signed(claims, "ES256", KEY)).statusCode(200);
    }

    static Stream<Arguments> otherAlgorithms() throws JoseException {
        return Stream.of(
                Arguments.of("RS256", named(RsaJwkGenerator.generateJwk(2048), "rsa")),
                Arguments.of("PS256", named(RsaJwkGenerator.generateJwk(2048), "rsa")),
                Arguments.of("EdDSA", named(OkpJwkGenerator.generateJwk("Ed25519"), "okp")));
    }

    @ParameterizedTest
    @MethodSource("otherAlgorithms")
    void other_algorithms_with_a_key_pair_are_taken(String algorithm, PublicJsonWebKey key) {
        token(signed(usual(clientWith(key)), algorithm, key)).statusCode(200);
    }

    @Test
    void the_secret_may_be_the_key_of_an_hmac() {
        String client = Neighbours.assertingClient("client_secret_jwt", "");

        token(signed(usual(client), "HS256", hmac(Neighbours.SECRET))).statusCode(200);
        refused(token(signed(usual(client), "HS256", hmac("gcs_another-secret-of-enough-length"))));
    }

    @Test
    void a_public_key_is_no_hmac_secret() {
        String client = clientWith(KEY);
        byte[] published = KEY.getPublicKey().getEncoded();

        refused(token(signed(usual(client), "HS256", new SecretKeySpec(published, "HMAC"))));
    }

    /** As libraries make them that nobody told otherwise. */
    @Test
    void an_assertion_may_live_for_an_hour() {
        var claims = usual(clientWith(KEY));
        claims.setExpirationTime(inSeconds(3600));

        token(signed(claims, "ES256", KEY)).statusCode(200);
    }

    @Test
    void an_assertion_is_good_once() {
        String assertion = signed(usual(clientWith(KEY)), "ES256", KEY);

        token(assertion).statusCode(200);

        token(assertion)
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString("used before"));
    }

    @Test
    void of_many_at_once_one_is_taken() throws Exception {
        String assertion = signed(usual(clientWith(KEY)), "ES256", KEY);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 20)
                            .mapToObj(_ ->
                                    threads.submit(
                                            () -> request(assertion).post("/token").statusCode()))
                            .toList();
            int taken = 0;
            for (var answer : answers) {
                taken += answer.get() == 200 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void the_same_jti_of_two_clients_is_not_the_same() {
        var first = usual(clientWith(KEY));
        var second = usual(clientWith(KEY));
        second.setJwtId(first.getClaimValueAsString("jti"));

        token(signed(first, "ES256", KEY)).statusCode(200);
        token(signed(second, "ES256", KEY)).statusCode(200);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("iss", claims -> claims.setIssuer("another")),
                fault("sub", claims -> claims.unsetClaim("sub")),
                fault("aud", claims -> claims.setAudience("https://elsewhere.example")),
                fault("aud", claims -> claims.unsetClaim("aud")),
                fault("exp", claims -> claims.unsetClaim("exp")),
                fault("expired", claims -> claims.setExpirationTime(inSeconds(-60))),
                fault("3600 seconds", claims -> claims.setExpirationTime(inSeconds(3660))),
                fault("not valid yet", claims -> claims.setNotBefore(inSeconds(60))),
                fault("jti", claims -> claims.unsetClaim("jti")),
                fault("jti", claims -> claims.setJwtId("x".repeat(257))),
                fault("wrong type", claims -> claims.setClaim("exp", "soon")),
                fault("nobody else", claims -> claims.setAudience(ISSUER, "https://other.example")),
                fault("once", claims -> claims.setAudience(ISSUER, ISSUER + "/token")));
    }

    private static Arguments fault(String named, Consumer<JwtClaims> change) {
        return Arguments.of(named, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void what_the_assertion_lacks_is_named(String named, Consumer<JwtClaims> change) {
        var claims = usual(clientWith(KEY));
        change.accept(claims);

        token(signed(claims, "ES256", KEY))
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString(named));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "a.b.c",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJFUzI1NiJ9.W10.AA"
            })
    void what_is_no_assertion_is_refused(String nonsense) {
        token(nonsense).statusCode(401).body("error", equalTo("invalid_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"response_type", "redirect_uri"})
    @Tag("RFC9101-10.8")
    void a_request_object_is_no_assertion_although_it_has_no_type(String parameter) {
        var claims = usual(clientWith(KEY));
        claims.setStringClaim(parameter, "code");

        token(signed(claims, "ES256", KEY))
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString("request object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "logout+jwt", "application/at+jwt"})
    @Tag("RFC8725-3.11")
    void a_jwt_of_another_kind_is_no_assertion(String type) {
        var claims = usual(clientWith(KEY));

        token(signed(claims, "ES256", KEY.getPrivateKey(), Map.of("kid", "the-key", "typ", type)))
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString("another kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "client-authentication+jwt"})
    @Tag("RFC8725-3.11")
    void an_assertion_may_say_of_what_kind_it_is(String type) {
        var claims = usual(clientWith(KEY));

        token(signed(claims, "ES256", KEY.getPrivateKey(), Map.of("kid", "the-key", "typ", type)))
                .statusCode(200);
    }

    static Stream<String> oddMembers() {
        return OddValues.ALL.stream().filter(it -> it.length() < 2000);
    }

    /** Whatever stands in it, a stranger hears of his own fault, and nobody of one of ours. */
    @ParameterizedTest
    @MethodSource("oddMembers")
    @Tag("RFC7515-4.1")
    void members_of_any_type_and_size_are_refused(String odd) {
        String client = clientWith(KEY);
        for (String name : List.of("kid", "x5t", "x5t#S256", "crit", "alg", "typ", "b64")) {
            var header = new TreeMap<>(Map.of("alg", "\"ES256\"", "kid", "\"the-key\""));
            header.put(name, odd);
            refusedUnsigned(OddValues.object(header), usual(client).toJson());
        }
        for (String name : List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti")) {
            var claims = new TreeMap<String, String>();
            usual(client).getClaimsMap().forEach((it, value) -> claims.put(it, json(value)));
            claims.put(name, odd);
            refusedUnsigned("{\"alg\": \"ES256\"}", OddValues.object(claims));
        }
    }

    private static String json(Object value) {
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }

    private static void refusedUnsigned(String header, String claims) {
        refused(
                token(
                        "%s.%s.%s"
                                .formatted(
                                        OddValues.encoded(header),
                                        OddValues.encoded(claims),
                                        OddValues.encoded("a signature"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"keys\": 7}",
                "{\"keys\": [null, 7, {\"kty\": [], \"kid\": 1e999}]}",
                "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"\", \"y\": \"-\"}]}"
            })
    @Tag("RFC7517-5")
    void published_keys_that_are_none_are_a_refusal_and_no_fault(String published) {
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt",
                        "\"jwks_uri\": \"%s\",".formatted(Neighbours.publishing(published)));

        refused(token(signed(usual(client), "ES256", KEY)));
    }

    @Test
    void an_unknown_client_and_a_wrong_key_get_the_same_answer() {
        var unknown = refused(token(signed(usual("nobody"), "ES256", KEY)));
        var wrong = refused(token(signed(usual(clientWith(KEY)), "ES256", ecKey("the-key"))));

        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void another_algorithm_than_the_registered_one_is_refused() throws JoseException {
        var rsa = named(RsaJwkGenerator.generateJwk(2048), "rsa");
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt",
                        "\"token_endpoint_auth_signing_alg\": \"PS256\", \"jwks\": %s,"
                                .formatted(quoted(jwks(rsa))));

        refused(token(signed(usual(client), "RS256", rsa)));
        token(signed(usual(client), "PS256", rsa)).statusCode(200);
    }

    @Test
    void only_the_registered_method_is_taken() {
        String client = Neighbours.client();

        refused(token(signed(usual(client), "HS256", hmac(Neighbours.SECRET))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "header"})
    @Tag("RFC6749-2.3")
    void two_methods_in_one_request_are_refused(String other) {
        var request = request(signed(usual(clientWith(KEY)), "ES256", KEY));
        if (other.equals("header")) {
            request.header("Authorization", "Basic eDp5");
        } else {
            request.formParam("client_secret", Neighbours.SECRET);
        }

        request.post("/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString("twice"));
    }

    @Test
    @Tag("RFC7521-4.2")
    void the_client_id_may_be_repeated_but_not_differ() {
        String client = clientWith(KEY);

        request(signed(usual(client), "ES256", KEY))
                .formParam("client_id", client)
                .post("/token")
                .then()
                .statusCode(200);
        request(signed(usual(client), "ES256", KEY))
                .formParam("client_id", "another")
                .post("/token")
                .then()
                .statusCode(400)
                .body("error_description", containsString("client_id"));
    }

    @Test
    @Tag("RFC7521-4.2")
    void another_type_of_assertion_is_refused() {
        given().formParam("grant_type", "client_credentials")
                .formParam(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")
                .formParam("client_assertion", "x")
                .post("/token")
                .then()
                .statusCode(400)
                .body("error_description", containsString("jwt-bearer"));
    }

    @Test
    @Tag("RFC7591-2")
    void keys_may_be_published_and_replaced() {
        var next = ecKey("the-next");
        String address = Neighbours.publishing(jwks(KEY));
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt", "\"jwks_uri\": \"%s\",".formatted(address));
        token(signed(usual(client), "ES256", KEY)).statusCode(200);

        Neighbours.republishing(address, jwks(next));

        clock.pass(Duration.ofSeconds(1)); // the keys are fetched anew once a second at most
        token(signed(usual(client), "ES256", next)).statusCode(200);
        refused(token(signed(usual(client), "ES256", KEY)));
    }

    @Test
    @Tag("RFC9111-5.2.2.5")
    void keys_that_may_not_be_kept_are_good_as_long_as_they_are_published() {
        String address = Neighbours.publishingForNobodyToKeep(jwks(KEY));
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt", "\"jwks_uri\": \"%s\",".formatted(address));
        token(signed(usual(client), "ES256", KEY)).statusCode(200);

        Neighbours.republishing(address, jwks(ecKey("the-next")));

        clock.pass(Duration.ofSeconds(1)); // the keys are fetched anew once a second at most
        refused(token(signed(usual(client), "ES256", KEY)));
    }

    @Test
    @Tag("RFC7591-2")
    void an_unknown_key_does_not_fetch_the_keys_at_each_attempt() {
        String address = Neighbours.publishing(jwks(KEY));
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt", "\"jwks_uri\": \"%s\",".formatted(address));

        for (int attempt = 0; attempt < 20; attempt++) {
            refused(token(signed(usual(client), "ES256", ecKey("unknown"))));
        }

        assertThat(Neighbours.fetches(address)).isLessThan(20);
    }

    @Test
    void keys_that_cannot_be_fetched_are_a_refusal_and_no_fault() {
        String client =
                Neighbours.assertingClient(
                        "private_key_jwt", "\"jwks_uri\": \"http://127.0.0.1:1/jwks\",");

        refused(token(signed(usual(client), "ES256", KEY)));
    }

    private static String refused(ValidatableResponse answer) {
        return answer.statusCode(401).body("error", equalTo("invalid_client")).extract().asString();
    }

    static ValidatableResponse token(String assertion) {
        return call("/token", assertion);
    }

    private static ValidatableResponse call(String endpoint, String assertion) {
        return request(assertion).post(endpoint).then();
    }

    private static RequestSpecification request(String assertion) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("token", "any")
                .formParam("client_assertion_type", ClientAssertion.TYPE)
                .formParam("client_assertion", assertion);
    }

    static JwtClaims usual(String client) {
        var claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(ISSUER);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setExpirationTime(inSeconds(60));
        return claims;
    }

    private static NumericDate inSeconds(long seconds) {
        var time = NumericDate.now();
        time.addSeconds(seconds);
        return time;
    }

    private static String clientWith(PublicJsonWebKey key) {
        return Neighbours.assertingClient(
                "private_key_jwt", "\"jwks\": %s,".formatted(quoted(jwks(key))));
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private static String jwks(PublicJsonWebKey key) {
        return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey ecKey(String kid) {
        try {
            return named(EcJwkGenerator.generateJwk(EllipticCurves.P256), kid);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String kid) {
        key.setKeyId(kid);
        return key;
    }

    static Key hmac(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HMAC");
    }

    private static String signed(JwtClaims claims, String algorithm, PublicJsonWebKey key) {
        return signed(claims, algorithm, key.getPrivateKey(), Map.of("kid", key.getKeyId()));
    }

    static String signed(JwtClaims claims, String algorithm, Key key) {
        return signed(claims, algorithm, key, Map.of());
    }

    private static String signed(
            JwtClaims claims, String algorithm, Key key, Map<String, String> headers) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        headers.forEach(jws::setHeader);
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setDoKeyValidation(false);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the test cannot sign", e);
        }
    }
}
