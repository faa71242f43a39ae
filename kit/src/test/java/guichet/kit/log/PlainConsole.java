package guichet.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every service shows at its console of what others put into the log: each tries its own. */
public abstract class PlainConsole {
    private static final String ESCAPE = "\u001b";

    @Test
    void the_console_shows_no_control_characters_of_others() {
        String shown =
                Console.shown(
                        "it answered %s[2J\n2026-01-01 all is well".formatted(ESCAPE),
                        new IOException("status line %s[2J".formatted(ESCAPE)));

        assertThat(shown)
                .contains("it answered \\u001b[2J\n  2026-01-01 all is well")
                .contains("java.io.IOException: status line \\u001b[2J")
                .doesNotContain(ESCAPE);
    }
}
