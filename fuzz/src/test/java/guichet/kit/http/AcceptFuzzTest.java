package guichet.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.headers.MediaTypeHeaderDelegate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-12.5.1")
class AcceptFuzzTest {
    static Stream<String> headers() {
        return Stream.of(
                "text/html,application/xhtml+xml;q=0.9;a=\"b c\", */*;q=0.8",
                "application/*, application/vnd.example+json; v=1 ; q=1.000");
    }

    /** What is left of it the framework can read. */
    @MethodSource("headers")
    @FuzzTest
    void a_header_is_relaxed_to_what_can_be_read(@NotNull String accept) {
        for (String range : AcceptAsPreference.relaxed(List.of(accept)).split(",")) {
            assertThat(MediaTypeHeaderDelegate.parse(range.strip())).isNotNull();
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(headers(), this::a_header_is_relaxed_to_what_can_be_read);
    }
}
