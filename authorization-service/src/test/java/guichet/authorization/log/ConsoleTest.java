package guichet.authorization.log;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.log.Console;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What others put into the log is read at a terminal, which obeys what it is told. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleTest {
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
