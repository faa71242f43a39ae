package guichet.kit.foreign;

import static guichet.kit.foreign.OddValues.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.foreign.ForeignFault.Kind;
import guichet.kit.foreign.JwtRules.Audience;
import guichet.oauth.SignatureAlgorithms;
import java.math.BigInteger;
import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.BigEndianBigInteger;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JWTs of strangers: read, checked by one description, or refused, and nothing third. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7519-7.2")
class ForeignJwtTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String US = "https://us.example";
    private static final PublicJsonWebKey KEY = key("a");

    private static final Map<String, String> HEADER = Map.of("alg", "\"ES256\"", "kid", "\"a\"");
    private static final Map<String, String> CLAIMS =
            Map.of(
                    "iss",
                    "\"them\"",
                    "aud",
                    "\"" + US + "\"",
                    "exp",
                    String.valueOf(NOW.getEpochSecond() + 60));

    static Stream<String> odd() {
        List<String> names =
                List.of("alg", "typ", "cty", "kid", "x5t", "x5t#S256", "crit", "b64", "jwk", "zip");
        Stream<String> headers =
                OddValues.objects(HEADER, names).map(it -> compact(it, OddValues.object(CLAIMS)));
        Stream<String> claims =
                OddValues.objects(CLAIMS, List.of("iss", "aud", "exp", "nbf", "iat", "jti", "any"))
                        .map(it -> compact(OddValues.object(HEADER), it));
        Stream<String> documents =
                Stream.concat(OddValues.ALL.stream(), OddValues.NO_JSON.stream())
                        .flatMap(it ->
                                Stream.of(
                                        compact(it, OddValues.object(CLAIMS)),
                                        compact(OddValues.object(HEADER), it)));
        Stream<String> texts =
                Stream.of("", ".", "..", "...", "a.b.c", "a.b.c.d", "\u00e9.e30.", "e30.e30.e30");
        return Stream.of(headers, claims, documents, texts).flatMap(it -> it);
    }

    /** Whether a library's exception gets through: a fault is the only one that may. */
    @ParameterizedTest
    @MethodSource("odd")
    void whatever_it_is_the_answer_is_good_or_a_fault(String text) {
        assertThat(fault(text, rules(Audience.OURS_ALONE))).isNotNull();
    }

    private static Optional<Kind> fault(String text, JwtRules rules) {
        try {
            var jwt = ForeignJwt.read(text);
            rules.check(jwt, NOW);
            jwt.text("iss");
            jwt.isSignedBy(keys(KEY).fitting(jwt));
            jwt.isSignedBy(List.of(KEY.getPublicKey(), new SecretKeySpec(new byte[9], "HMAC")));
            return Optional.empty();
        } catch (ForeignFault fault) {
            return Optional.of(fault.kind());
        }
    }

    @Test
    void one_that_its_maker_signed_is_taken() throws Exception {
        ForeignJwt jwt = ForeignJwt.read(signed(CLAIMS));

        rules(Audience.OURS_ALONE).check(jwt, NOW);

        assertThat(jwt.isSignedBy(keys(KEY).fitting(jwt))).isTrue();
        assertThat(jwt.isSignedBy(List.of(key("a").getPublicKey()))).isFalse();
        assertThat(jwt.text("iss")).contains("them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "AAAA"})
    @Tag("RFC7515-5.2")
    void a_signature_of_another_length_is_none(String signature) throws ForeignFault {
        String text = compact(OddValues.object(HEADER), OddValues.object(CLAIMS));
        String jwt = text.substring(0, text.lastIndexOf('.') + 1) + signature;

        assertThat(isSigned(jwt, KEY.getPublicKey())).isFalse();
    }

    private static boolean isSigned(String text, Key key) {
        try {
            return ForeignJwt.read(text).isSignedBy(List.of(key));
        } catch (ForeignFault _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "application/jwt", "thing+jwt", "application/thing+jwt"})
    @Tag("RFC8725-3.11")
    void its_own_type_and_that_of_all_are_taken(String type) {
        assertThat(fault(typed(type), rules(Audience.OURS_ALONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "logout+jwt", "application/at+jwt", "JOSE", ""})
    @Tag("RFC8725-3.11")
    void a_jwt_of_another_kind_is_refused(String type) {
        assertThat(fault(typed(type), rules(Audience.OURS_ALONE)))
                .contains(Kind.TYPE_OF_ANOTHER_KIND);
    }

    private static String typed(String type) {
        var header = new TreeMap<>(HEADER);
        header.put("typ", "\"" + type + "\"");
        return compact(OddValues.object(header), OddValues.object(CLAIMS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"https://us.example\"] | OURS_ALONE | true",
                "[\"https://us.example\", \"https://others.example\"] | OURS_ALONE | false",
                "[\"https://us.example\", \"https://us.example\"] | OURS_ALONE | false",
                "[\"https://us.example\", \"https://others.example\"] | OURS_ALONE_IF_NAMED | false",
                "[\"https://us.example\", \"https://others.example\"] | OURS_IF_NAMED | true",
                "[\"https://others.example\"] | OURS_IF_NAMED | false",
                "\"https://us.example/\" | OURS_IF_NAMED | false",
                "[] | OURS_ALONE | false",
                "null | OURS_ALONE | false",
                "null | OURS_ALONE_IF_NAMED | true",
                "null | OURS_IF_NAMED | true"
            })
    @Tag("RFC7519-4.1.3")
    void whom_it_is_for_is_looked_at_to_the_letter(String aud, Audience demand, boolean taken) {
        assertThat(fault(with("aud", aud), rules(demand)))
                .isEqualTo(taken ? Optional.empty() : Optional.of(Kind.AUDIENCE_WRONG));
    }

    @ParameterizedTest
    @CsvSource({
        "exp, -31, EXPIRED",
        "exp, -29,",
        "nbf, 31, NOT_YET_VALID",
        "nbf, 29,",
        "nbf, -99999999,",
        "iat, 99999,"
    })
    @Tag("RFC7519-4.1.5")
    void it_is_good_for_its_time_give_or_take_half_a_minute(
            String claim, long seconds, Kind fault) {
        String date = String.valueOf(NOW.getEpochSecond() + seconds);

        assertThat(fault(with(claim, date), rules(Audience.OURS_ALONE)))
                .isEqualTo(Optional.ofNullable(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e309", "-1e309", "1e30", "99999999999999999999", "9223372036854775807"})
    @Tag("RFC7519-2")
    void a_date_beyond_all_dates_is_none(String date) {
        for (String claim : List.of("exp", "nbf", "iat")) {
            assertThat(fault(with(claim, date), rules(Audience.OURS_ALONE)))
                    .contains(Kind.MALFORMED);
        }
    }

    @Test
    @Tag("RFC7519-2")
    void dates_may_have_fractions() throws ForeignFault {
        var jwt = ForeignJwt.read(with("nbf", "1000.25"));

        assertThat(jwt.date("nbf")).contains(Instant.ofEpochMilli(1_000_250));
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void an_algorithm_that_is_not_taken_is_refused(Audience demand) {
        String unsigned =
                encoded("{\"alg\": \"none\"}") + "." + encoded(OddValues.object(CLAIMS)) + ".";

        assertThat(fault(unsigned, rules(demand))).contains(Kind.ALGORITHM_UNSUPPORTED);
        assertThat(fault(unsigned + "AAAA", rules(demand))).contains(Kind.MALFORMED);
    }

    @Test
    void nobody_reads_it_in_a_log() throws Exception {
        assertThat(ForeignJwt.read(signed(CLAIMS))).hasToString("ForeignJwt[masked]");
    }

    static Stream<String> oddKeys() {
        Map<String, String> members = new TreeMap<>();
        KEY.toParams(OutputControlLevel.PUBLIC_ONLY)
                .forEach((name, value) -> members.put(name, "\"" + value + "\""));
        return OddValues.objects(
                members,
                List.of("kty", "use", "key_ops", "alg", "kid", "crv", "x", "y", "x5c", "x5t", "n"));
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    @Tag("RFC7517-5")
    void a_key_that_cannot_be_used_hides_no_other(String odd) throws Exception {
        var good = key("b");
        String jwks =
                "{\"keys\": [%s, %s, 7, null, []]}"
                        .formatted(odd, good.toJson(OutputControlLevel.PUBLIC_ONLY));
        var jwt = ForeignJwt.read(signed(CLAIMS, good));

        try {
            assertThat(jwt.isSignedBy(ForeignKeys.read(jwks).fitting(jwt))).isTrue();
        } catch (ForeignFault fault) { // no JSON that can be stored, or too deep
            assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"keys\": {}}", "{\"keys\": 1e999}", "nonsense"})
    @Tag("RFC7517-5")
    void what_is_no_jwk_set_is_refused(String text) {
        assertThatThrownBy(() -> ForeignKeys.read(text)).isInstanceOf(ForeignFault.class);
    }

    /** To check a signature by all of them would take as long as a stranger wants it to. */
    @Test
    @Tag("OIDC-Core-10.1")
    void of_many_keys_that_fit_three_are_tried() throws Exception {
        String jwks = new JsonWebKeySet(Collections.nCopies(40, KEY)).toJson();

        assertThat(ForeignKeys.read(jwks).fitting(ForeignJwt.read(signed(CLAIMS)))).hasSize(3);
    }

    @Test
    @Tag("RFC7517-5")
    void of_a_set_sixteen_keys_are_taken() throws Exception {
        var last = key("last");
        var keys = new ArrayList<JsonWebKey>(Collections.nCopies(16, KEY));
        keys.add(last);
        String jwks = new JsonWebKeySet(keys).toJson();

        assertThat(ForeignKeys.read(jwks).fitting(ForeignJwt.read(signed(CLAIMS, last)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2048, 3, true",
        "3072, 65537, true",
        "8192, 65537, true",
        "1024, 65537, false",
        "12000, 65537, false",
        "3072, 4294967297, false",
        "3072, 65536, false",
    })
    @Tag("RFC7518-3.3")
    void an_rsa_key_is_used_if_it_is_neither_weak_nor_slow(
            int bits, BigInteger exponent, boolean used) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
        var key =
                new ObjectMapper()
                        .createObjectNode()
                        .put("kty", "RSA")
                        .put("n", BigEndianBigInteger.toBase64Url(modulus))
                        .put("e", BigEndianBigInteger.toBase64Url(exponent));

        assertThat(ForeignKeys.isUsable(key)).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({"ES256, true", "ES384, false", "RS256, false"})
    @Tag("RFC7517-4.4")
    void a_key_is_for_the_algorithm_that_it_names(String algorithm, boolean fits) throws Exception {
        var key = key("a");
        key.setAlgorithm(algorithm);
        var jwt = ForeignJwt.read(signed(CLAIMS, key));

        assertThat(jwt.isSignedBy(keys(key).fitting(jwt))).isEqualTo(fits);
    }

    private static ForeignKeys keys(PublicJsonWebKey key) throws ForeignFault {
        return ForeignKeys.read(new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static JwtRules rules(Audience audience) {
        return new JwtRules(
                "thing+jwt", SignatureAlgorithms.WITH_KEY_PAIR, Set.of(US), audience, true);
    }

    private static String with(String claim, String value) {
        var claims = new TreeMap<>(CLAIMS);
        claims.put(claim, value);
        return compact(OddValues.object(HEADER), OddValues.object(claims));
    }

    private static String compact(String header, String claims) {
        return "%s.%s.%s".formatted(encoded(header), encoded(claims), encoded("a signature"));
    }

    private static String signed(Map<String, String> claims) throws JoseException {
        return signed(claims, KEY);
    }

    private static String signed(Map<String, String> claims, PublicJsonWebKey key)
            throws JoseException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setPayload(OddValues.object(claims));
        jws.setKey(key.getPrivateKey());
        return jws.getCompactSerialization();
    }

    private static PublicJsonWebKey key(String kid) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
