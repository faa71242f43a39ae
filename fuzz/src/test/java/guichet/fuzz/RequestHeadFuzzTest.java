package guichet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.oauth.http.HttpFault;
import guichet.oauth.http.RequestHead;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9112-3.2")
class RequestHeadFuzzTest {
    static Stream<String> heads() {
        return Stream.of(
                """
                /auth?client_id=a%2Fb
                Host: login.example:8443
                Content-Type: application/json; charset="utf-8"
                Content-Length: 7
                Content-Encoding: identity\
                """,
                """
                http://login.example/register/%C3%A9
                Host: [2001:db8::1]
                Transfer-Encoding: chunked
                Content-Encoding: gzip\
                """);
    }

    /** The target, and a header on each further line. */
    @MethodSource("heads")
    @FuzzTest
    void a_head_is_good_or_at_fault(@NotNull String text) {
        List<String> lines = text.lines().toList();
        String target = lines.isEmpty() ? "" : lines.getFirst();
        for (boolean isOld : List.of(true, false)) {
            var head = new RequestHead(isOld, target, name -> values(lines, name));
            assertThat(head.fault().map(HttpFault::status).orElse(400)).isBetween(400, 501);
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(heads(), this::a_head_is_good_or_at_fault);
    }

    private static List<String> values(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
