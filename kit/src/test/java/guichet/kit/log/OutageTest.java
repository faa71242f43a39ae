package guichet.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest {
    @Test
    void a_failure_is_told_with_what_is_behind_it() {
        var failure = new IllegalStateException("no answer", new IOException("refused"));

        assertThat(Outage.words(failure))
                .isEqualTo(
                        "java.lang.IllegalStateException: no answer,"
                                + " because of java.io.IOException: refused");
    }

    @Test
    void causes_that_go_round_in_circles_come_to_an_end() {
        var first = new IllegalStateException("one");
        first.initCause(new IllegalStateException("the other", first));

        assertThat(Outage.words(first)).hasLineCount(1);
    }
}
