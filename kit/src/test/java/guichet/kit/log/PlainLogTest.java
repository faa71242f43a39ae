package guichet.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainLogTest {
    private static final String CLEARS_THE_SCREEN = "\u001b[2J";

    @ParameterizedTest
    @CsvSource({
        "001b, escape",
        "0007, bell",
        "0008, backspace",
        "000d, return to the beginning of the line",
        "007f, delete",
        "009b, an escape in one character",
        "202e, from right to left",
        "200b, nothing to see",
        "2028, line separator"
    })
    void what_a_terminal_would_obey_is_shown(String code, String meaning) {
        String text = "a" + Character.toString(Integer.parseInt(code, 16)) + "b";

        assertThat(logged(text)).as(meaning).isEqualTo("a\\u" + code + "b\n");
    }

    @Test
    void beyond_the_first_65536_characters_too() {
        String languageTag = Character.toString(0xe0001);

        assertThat(logged("a" + languageTag + "b")).isEqualTo("a\\udb40\\udc01b\n");
    }

    @Test
    void in_the_values_of_a_message_too() {
        var record = new ExtLogRecord(Level.INFO, "%s says %s", FormatStyle.PRINTF, "guichet.test");
        record.setParameters(new Object[] {"example.com", CLEARS_THE_SCREEN});

        assertThat(logged(record)).isEqualTo("example.com says \\u001b[2J\n");
    }

    @Test
    void what_is_plain_stays_as_it_is() {
        String text = "Ciné\tclub – \ud83c\udfac, 50 %s";

        assertThat(logged(text)).isEqualTo(text + "\n");
    }

    /** Nobody who is quoted writes a line of his own. */
    @Test
    void a_line_that_goes_on_begins_with_a_blank() {
        assertThat(logged("Does not start:\n  GUICHET_ISSUER is missing"))
                .isEqualTo("Does not start:\n  GUICHET_ISSUER is missing\n");
        assertThat(logged("x\r\n2026-01-01 INFO all is well"))
                .isEqualTo("x\n  2026-01-01 INFO all is well\n");
    }

    @Test
    void of_a_failure_all_causes_are_plain_and_their_places_stay() {
        var cause = new IOException("status line " + CLEARS_THE_SCREEN);
        var failure = new IllegalStateException("not fetched", cause);
        failure.addSuppressed(new IOException(CLEARS_THE_SCREEN));
        cause.addSuppressed(failure); // round in a circle

        String text = logged(thrown(failure));

        assertThat(text)
                .contains("java.lang.IllegalStateException: not fetched")
                .contains("Caused by: java.io.IOException: status line \\u001b[2J")
                .contains("Suppressed: java.io.IOException: \\u001b[2J")
                .contains("at " + PlainLogTest.class.getName() + ".of_a_failure")
                .doesNotContain("\u001b");
    }

    @Test
    void a_failure_that_is_plain_stays_the_same() {
        var failure = new IllegalStateException("not fetched", new IOException("timed out"));
        ExtLogRecord record = thrown(failure);

        new PlainLog().isLoggable(record);

        assertThat(record.getThrown()).isSameAs(failure);
    }

    private static ExtLogRecord thrown(Throwable failure) {
        var record =
                new ExtLogRecord(Level.WARN, "it failed", FormatStyle.NO_FORMAT, "guichet.test");
        record.setThrown(failure);
        return record;
    }

    private static String logged(String message) {
        return logged(new ExtLogRecord(Level.INFO, message, FormatStyle.NO_FORMAT, "guichet.test"));
    }

    private static String logged(ExtLogRecord record) {
        assertThat(new PlainLog().isLoggable(record)).isTrue();
        return new PatternFormatter("%s%e%n").format(record);
    }
}
