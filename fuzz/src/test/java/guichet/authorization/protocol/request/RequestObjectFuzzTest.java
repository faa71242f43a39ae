package guichet.authorization.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.OddValues;
import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9101-4")
class RequestObjectFuzzTest {
    private static final Map<String, List<String>> SENT =
            Map.of("client_id", List.of("cinema"), "response_type", List.of("code"));

    static Stream<String> claims() {
        return Stream.of(
                """
                {"iss":"cinema","client_id":"cinema","response_type":"code","max_age":7,
                "redirect_uri":"https://cine.example/cb","resource":["a",null,["b"]],
                "claims":{"id_token":{"acr":null}},"nonce":"n","prompt":true}\
                """);
    }

    @MethodSource("claims")
    @FuzzTest
    void a_request_object_is_read_or_refused(@NotNull String claims) {
        read("{\"alg\":\"none\"}", claims, "");
        read("{\"alg\":\"ES256\"}", claims, "c2lnbmVk");
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(claims(), this::a_request_object_is_read_or_refused);
    }

    private static void read(String header, String claims, String signature) {
        try {
            RequestObject object =
                    RequestObject.read(
                            String.join(
                                    ".",
                                    OddValues.encoded(header),
                                    OddValues.encoded(claims),
                                    signature));
            var form = new Form(object.among(SENT));
            assertThat(form.has("request") || form.has("request_uri")).isFalse();
            object.checkAgainst(SENT, "cinema");
        } catch (OAuthException | ForeignFault _) {
            // refused in words
        }
    }
}
