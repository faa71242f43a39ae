package guichet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignKeys;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7517-5")
class JwksFuzzTest {
    /** The keys of RFC 8037 appendix A.2 and of RFC 7517 appendix A.1. */
    static final String JWKS =
            """
            {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a",
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
            {"kty":"EC","crv":"P-256","use":"sig","kid":"k","alg":"ES256",
            "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}\
            """;

    static Stream<String> sets() {
        return Stream.of(
                JWKS,
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[\"MIIB\"]}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQAB\"},{\"kty\":\"EC\"},null,7]}");
    }

    @MethodSource("sets")
    @FuzzTest
    void a_jwk_set_is_read_or_at_fault(@NotNull String text) {
        try {
            String taken = ForeignKeys.read(text).toJson();
            assertThat(ForeignKeys.read(taken).toJson()).isEqualTo(taken);
        } catch (ForeignFault _) {
            // told in words
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(sets(), this::a_jwk_set_is_read_or_at_fault);
    }
}
