package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2")
class ClientKeysTest {
    private static final String KEY =
            """
            {"kty": "EC", "crv": "P-256", "kid": "k", "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}\
            """;

    @Test
    void keys_are_kept_and_answered_and_no_secret_is_made() {
        String client =
                Registration.of(
                                with(
                                        "private_key_jwt",
                                        "\"jwks\": {\"keys\": [%s]}".formatted(KEY)))
                        .statusCode(201)
                        .body("client_secret", nullValue())
                        .body("jwks.keys[0].kid", equalTo("k"))
                        .extract()
                        .path("client_id");

        lookUp("/internal/clients/" + client)
                .body("jwks", containsString("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"))
                .body("token_endpoint_auth_method", equalTo("private_key_jwt"));
    }

    @Test
    void an_address_of_keys_is_kept() {
        Registration.of(with("private_key_jwt", "\"jwks_uri\": \"https://cine.example/jwks\""))
                .statusCode(201)
                .body("jwks_uri", equalTo("https://cine.example/jwks"));
    }

    @ParameterizedTest
    @GoldenSource("shared-secrets")
    void a_shared_secret_is_told_to_token_service_only(Golden golden) {
        var registered =
                Registration.of(
                                with(
                                        "client_secret_jwt",
                                        "\"token_endpoint_auth_signing_alg\": \"HS256\""))
                        .statusCode(201)
                        .body("client_secret", startsWith("gcs_"))
                        .extract();
        String secret = registered.path("client_secret");
        Golden asked =
                golden.with(
                                "path",
                                "/internal/clients/%s/shared-secrets"
                                        .formatted(registered.<String>path("client_id")))
                        .with("response", List.of(secret));

        assertThat(OpaqueToken.of(secret).isWellFormed(TokenKind.CLIENT_SECRET)).isTrue();
        Callee.check(asked);
        Callee.call(asked, "the-credential-of-authorization-in-tests").then().statusCode(401);
    }

    @Test
    void a_secret_that_need_not_be_known_is_told_to_nobody() {
        String client =
                Registration.of(with("client_secret_basic", "\"tos_uri\": null"))
                        .extract()
                        .path("client_id");

        lookUp("/internal/clients/%s/shared-secrets".formatted(client)).body("size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x5c", "d", "alg", "key_ops"})
    void a_member_of_a_key_that_is_null_is_as_good_as_absent(String member) {
        String key = KEY.replaceFirst("}$", ", \"%s\": null}".formatted(member));

        Registration.of(with("private_key_jwt", "\"jwks\": {\"keys\": [%s]}".formatted(key)))
                .statusCode(201)
                .body("jwks.keys[0].kid", equalTo("k"))
                .body("jwks.keys[0]", not(hasKey(member)));
    }

    @Test
    @Tag("RFC7517-4.7")
    void certificates_that_cannot_be_read_are_refused() {
        String key = KEY.replaceFirst("}$", ", \"x5c\": [\"AAAA\"]}");

        Registration.of(with("private_key_jwt", "\"jwks\": {\"keys\": [%s]}".formatted(key)))
                .statusCode(400)
                .body("error_description", containsString("x5c of a key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "private_key_jwt | 'tos_uri': null | jwks | send jwks or jwks_uri",
                "private_key_jwt | 'jwks': {'keys': []} | jwks | one public key or more",
                "private_key_jwt | 'jwks': [] | jwks | must be an object",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'oct', 'k': 'AAAA'}]} | jwks | secret key",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC', 'd': 'AA'}]} | jwks | private or secret key",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'RSA', 'p': 'AA', 'q': 'AA'}]} | jwks | private or secret key",
                "private_key_jwt | 'jwks': {'keys': ['key']} | jwks | object with a kty",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 7}]} | jwks | object with a kty",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'AKP', 'alg': 'ML-DSA-44'}]} | jwks | none of the keys",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC'}]} | jwks | must have crv",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC', 'crv': 'P-256', 'x': 'AQ', 'y': 'AQ'}]} | jwks | point of that curve",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC', 'crv': 'P-256', 'x': 'AQ'}]} | jwks | point of that curve",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'OKP', 'crv': 'Ed25519', 'x': 'AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}]} | jwks | point of that curve",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'OKP', 'crv': 'Ed25519', 'x': 'AQ'}]} | jwks | point of that curve",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'RSA', 'e': 'AQAB'}]} | jwks | n and e",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'RSA', 'n': '#', 'e': 'AQAB'}]} | jwks | n and e",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'RSA', 'n': 'sszbq1YfZ3m2hcC-MSDHQc0PTmD2dhcFxOQsd2_CfnQ9UqlgvO2YqVq6W5pnkMnLKQZDq1K2D9tWLjjJxEmZ8w', 'e': 'AQAB'}]} | jwks | 2048 bits",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC', 'kid': {}, 'crv': 'P-256'}]} | jwks | kid of a key must be a string",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC', 'key_ops': 'verify', 'crv': 'P-256'}]} | jwks | key_ops of a key",
                "private_key_jwt | 'jwks': {'keys': [{'kty': 'EC'}]}, 'jwks_uri': 'https://a.example' | jwks | not both",
                "private_key_jwt | 'jwks_uri': 'http://cine.example/jwks' | jwks_uri | https",
                "private_key_jwt | 'jwks_uri': 'http:///jwks' | jwks_uri | https",
                "private_key_jwt | 'jwks_uri': 'https://me@cine.example/jwks' | jwks_uri | https",
                "private_key_jwt | 'jwks_uri': 'file:///etc/passwd' | jwks_uri | https",
                "private_key_jwt | 'jwks_uri': 'https://a.example', 'token_endpoint_auth_signing_alg': 'HS256' | token_endpoint_auth_signing_alg | ES256",
                "client_secret_jwt | 'token_endpoint_auth_signing_alg': 'ES256' | token_endpoint_auth_signing_alg | HS256",
            })
    void keys_that_prove_nothing_are_refused(
            String method, String member, String field, String fault) {
        Registration.of(with(method, member.replace('\'', '"')))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith(field + ": "))
                .body("error_description", containsString(fault));
    }

    @Test
    @Tag("RFC7517-5")
    void keys_of_kinds_that_are_not_known_are_left_out_of_the_set() {
        Registration.of(
                        with(
                                "private_key_jwt",
                                """
                                "jwks": {"keys": [%s, {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AA"},
                                 {"kty": "OKP", "crv": "X25519", "x": "AA"}, {"kty": "EC", "crv": "secp256k1"}]}\
                                """
                                        .formatted(KEY)))
                .statusCode(201)
                .body("jwks.keys.kid", contains("k"))
                .body("replaced.member", contains("jwks", "jwks", "jwks"))
                .body("replaced[0].sent", equalTo("kty AKP, alg ML-DSA-44"))
                .body("replaced[0].why", containsString("keys known here are"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "RS256"})
    @Tag("RFC7517-4.4")
    void a_key_for_an_algorithm_of_another_kind_is_refused(String algorithm) {
        String key = KEY.replaceFirst("}$", ", \"alg\": \"%s\"}".formatted(algorithm));

        Registration.of(with("private_key_jwt", "\"jwks\": {\"keys\": [%s]}".formatted(key)))
                .statusCode(400)
                .body("error_uri", endsWith("/errors/keys-malformed"))
                .body("error_description", containsString("does not go with a key of EC"));
    }

    private static String with(String method, String member) {
        return """
        {"client_name": "Keys", "grant_types": ["client_credentials"],
         "token_endpoint_auth_method": "%s", %s}\
        """
                .formatted(method, member);
    }

    private static ValidatableResponse lookUp(String path) {
        return internally()
                .auth()
                .preemptive()
                .oauth2("the-credential-of-token-in-tests")
                .get(path)
                .then()
                .statusCode(200);
    }
}
