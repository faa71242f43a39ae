package guichet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.ForeignKeys;
import guichet.kit.foreign.JwtRules;
import guichet.kit.foreign.JwtRules.Audience;
import guichet.kit.foreign.OddValues;
import guichet.oauth.SignatureAlgorithms;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Client assertions, request objects, software statements, ID token hints: whatever is a JWT. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8725-3")
class JwtFuzzTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"k\"}";
    private static final String UNSIGNED = "{\"alg\":\"none\"}";
    private static final String CLAIMS =
            "{\"iss\":\"a\",\"sub\":\"a\",\"aud\":[\"us\"],\"exp\":1893456060,\"iat\":1.5,\"jti\":\"j\"}";
    private static final ForeignKeys KEYS = keys();
    private static final JwtRules RULES =
            new JwtRules(
                    "jwt",
                    SignatureAlgorithms.WITH_KEY_PAIR,
                    Set.of("us"),
                    Audience.OURS_IF_NAMED,
                    true);

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of(HEADER, CLAIMS),
                Arguments.of(UNSIGNED, "{}"),
                Arguments.of("{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}", "[]"));
    }

    @MethodSource("parts")
    @FuzzTest
    void a_jwt_is_read_or_at_fault(@NotNull String header, @NotNull String claims) {
        String parts = OddValues.encoded(header) + "." + OddValues.encoded(claims) + ".";
        read(parts + "c2lnbmVk");
        read(parts);
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(Stream.of(HEADER), header -> a_jwt_is_read_or_at_fault(header, CLAIMS));
        Faults.tryAll(Stream.of(CLAIMS), claims -> a_jwt_is_read_or_at_fault(UNSIGNED, claims));
        Faults.tryAll(
                Stream.of(OddValues.encoded(HEADER) + "." + OddValues.encoded("{}") + ".c2ln"),
                JwtFuzzTest::read);
    }

    private static ForeignKeys keys() {
        try {
            return ForeignKeys.read(JwksFuzzTest.JWKS);
        } catch (ForeignFault fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void read(String text) {
        try {
            ForeignJwt jwt = ForeignJwt.read(text);
            jwt.isSignedBy(KEYS.fitting(jwt));
            RULES.check(jwt, NOW);
        } catch (ForeignFault _) {
            // told in words
        }
    }
}
