package guichet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.authorization.protocol.claim.ClaimsParameter;
import guichet.oauth.OAuthException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDC-Core-5.5")
class ClaimsParameterFuzzTest {
    static Stream<String> parameters() {
        return Stream.of(
                """
                {"userinfo": {"name": null, "email": {"essential": true}},
                 "id_token": {"acr": {"values": ["a", 7, null]}, "sub": {"value": {"a": []}}}}\
                """,
                "{\"userinfo\": null, \"id_token\": {\"\": {\"essential\": \"1e400\"}}}");
    }

    @MethodSource("parameters")
    @FuzzTest
    void claims_are_read_or_refused(@NotNull String text) {
        try {
            new ClaimsParameter().read(text);
        } catch (OAuthException _) {
            // refused in words
        }
    }

    @Test
    void and_so_are_those_with_one_fault() {
        Faults.tryAll(parameters(), this::claims_are_read_or_refused);
    }
}
