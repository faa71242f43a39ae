package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is said of a setting with which a service does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    private static final Set<String> SET =
            Set.of("GUICHET_TOKEN_KEY_ROTATION", "GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME");

    @Test
    void what_the_framework_cannot_convert_is_named() {
        var said =
                List.of(
                        "Configuration validation failed:",
                        "\tjava.lang.IllegalArgumentException: SRCFG00039: The config property"
                                + " guichet.token.key.rotation with the config value \"often\" threw"
                                + " an Exception whilst being converted Invalid duration: often");

        assertThat(StartRefusal.in(said, SET))
                .hasValueSatisfying(words ->
                        assertThat(words)
                                .startsWith("GUICHET_TOKEN_KEY_ROTATION: SRCFG00039: ")
                                .endsWith("Invalid duration: often"));
    }

    @Test
    void what_a_service_refuses_is_said_in_its_words() {
        var said =
                List.of(
                        "2026 ERROR [io.quarkus.runtime.Application] (main) Failed to start",
                        "\tat guichet.token.key.KeySchedule.<init>(KeySchedule.java:27)",
                        "Caused by: java.lang.IllegalStateException: guichet.token.key.rotation: must"
                                + " be longer than a key is announced, PT10M10S",
                        "\tat guichet.token.key.KeySchedule.<init>(KeySchedule.java:27)",
                        "\t... 9 more");

        assertThat(StartRefusal.in(said, SET))
                .contains(
                        "GUICHET_TOKEN_KEY_ROTATION: guichet.token.key.rotation: must be longer than"
                                + " a key is announced, PT10M10S");
    }

    @Test
    void a_fault_that_lies_elsewhere_is_no_setting_s() {
        var said =
                List.of(
                        "guichet.token.key.encryption-key: is not the one that encrypted key x",
                        "java.net.ConnectException: Connection refused",
                        "\tat guichet.token.Main(Main.java)");

        assertThat(StartRefusal.in(said, SET)).isEmpty();
    }
}
