package guichet.resource;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens by each algorithm that an API may choose, RFC 7518 §3.1 and RFC 8037. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureAlgorithmsTest {
    @BeforeAll
    static void open() {
        TestIssuer.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "PS256", "EdDSA"})
    void a_token_by_the_algorithm_of_the_settings_is_good(String algorithm) throws Exception {
        var key = key(algorithm);
        TestIssuer.publishes(TestIssuer.KEY, key);

        assertThat(refusalOf(algorithm, signed(algorithm, key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "PS256", "EdDSA"})
    void a_token_by_another_algorithm_is_not(String algorithm) throws Exception {
        var key = key(algorithm);
        TestIssuer.publishes(key);
        String other = algorithm.equals("ES256") ? "EdDSA" : "ES256";

        assertThat(refusalOf(other, signed(algorithm, key)))
                .contains(Reason.TOKEN_ALGORITHM_UNSUPPORTED);
    }

    /** The key would do, and both algorithms are taken; but it is published for one of them. */
    @Test
    @Tag("RFC8725-3.1")
    void a_key_is_for_the_algorithm_that_it_is_published_with() throws Exception {
        var key = key("PS256");
        TestIssuer.publishes(key);
        var api = api(Set.of("RS256", "PS256"));

        assertThat(api.refusalOf(signed("PS256", key))).isEmpty();
        assertThat(api.refusalOf(signed("RS256", key))).contains(Reason.TOKEN_KEY_UNKNOWN);
    }

    /** The lists are the issuer's affair: its choice for them is not the API's for its tokens. */
    @Test
    @Tag("StatusList-8.3")
    void a_status_list_by_another_algorithm_is_believed() throws Exception {
        var key = key("RS256");
        TestIssuer.publishes(TestIssuer.KEY, key);
        TestIssuer.publishes(7, TestStatusList.of(7, 3));
        var list = Map.of("idx", 3, "uri", TestIssuer.list(7));
        var ended =
                token(key)
                        .with("status", Map.of("status_list", list))
                        .signedBy("RS256", key.getPrivateKey())
                        .signed();

        assertThat(refusalOf("RS256", ended)).contains(Reason.GRANT_ENDED);
    }

    private static Optional<Reason> refusalOf(String taken, String token) {
        return api(Set.of(taken)).refusalOf(token);
    }

    private static TestApi api(Set<String> algorithms) {
        return TestApi.with(
                TestSettings.USUAL.withAlgorithms(algorithms), new CurrentTime(Clock.systemUTC()));
    }

    private static String signed(String algorithm, PublicJsonWebKey key) {
        return token(key).signedBy(algorithm, key.getPrivateKey()).signed();
    }

    private static TestToken token(PublicJsonWebKey key) {
        return TestToken.forApi(TestSettings.BOX).kid(key.getKeyId());
    }

    private static PublicJsonWebKey key(String algorithm) throws JoseException {
        PublicJsonWebKey key =
                switch (algorithm) {
                    case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                    case "EdDSA" ->
                            OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
                    default -> RsaJwkGenerator.generateJwk(2048);
                };
        key.setKeyId("by-" + algorithm);
        key.setAlgorithm(algorithm);
        return key;
    }
}
