package guichet.authorization.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-2.1")
class RedirectUrisFuzzTest {
    private static final String WEB = "https://cine.example/cb?a=b";
    private static final List<String> LOOPBACK =
            List.of("http://127.0.0.1:9999/cb", "http://[::1]/cb");

    static Stream<String> asked() {
        return Stream.concat(Stream.of(WEB), LOOPBACK.stream());
    }

    @MethodSource("asked")
    @FuzzTest
    void an_address_is_the_registered_one_to_the_letter_or_none(@NotNull String asked) {
        assertThat(RedirectUris.isRegistered(asked, List.of(WEB))).isEqualTo(asked.equals(WEB));
        if (RedirectUris.isRegistered(asked, LOOPBACK)) {
            assertThat(asked).matches("http://(127\\.0\\.0\\.1|\\[::1])(:\\d{0,5})?/cb");
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(asked(), this::an_address_is_the_registered_one_to_the_letter_or_none);
    }
}
