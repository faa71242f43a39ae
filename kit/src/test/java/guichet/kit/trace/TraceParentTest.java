package guichet.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("W3C-trace-context-3.2")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String GOOD = "00-" + TRACE + "-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "cc-" + TRACE + "-b7ad6b7169203331-01-what-will-be-added"})
    void the_trace_of_a_caller_goes_on(String header) {
        TraceParent next = TraceParent.read(List.of(header)).orElseThrow().next();

        assertThat(next.toString())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\nan=entry",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-\nan=entry"
            })
    void what_is_no_trace_is_not_taken(String header) {
        assertThat(TraceParent.read(List.of(header))).isEmpty();
    }

    @Test
    void who_names_two_names_none() {
        assertThat(TraceParent.read(List.of(GOOD, GOOD))).isEmpty();
    }

    @Test
    void one_of_our_own_is_read_as_it_was_written() {
        var begun = TraceParent.begin();

        assertThat(TraceParent.read(List.of(begun.toString()))).contains(begun);
        assertThat(TraceParent.begin().traceId()).isNotEqualTo(begun.traceId());
    }
}
