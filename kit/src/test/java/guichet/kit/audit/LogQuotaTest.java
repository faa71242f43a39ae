package guichet.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What strangers can have written into the ordinary log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogQuotaTest {
    private static final Logger LOG = Logger.getLogger(RefusalLog.NAME);

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Lines();
    private Optional<String> sender = Optional.of("192.0.2.1");
    private final LogQuota quota = new LogQuota(60, () -> sender, List.of(RefusalLog.NAME));

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setLevel(Level.ALL);
    }

    @AfterEach
    void close() {
        quota.end();
        LOG.removeHandler(handler);
        LOG.setLevel(null);
    }

    @Test
    void one_network_has_a_part_of_the_lines_and_leaves_the_rest_to_others() {
        refuse(100);
        sender = Optional.of("192.0.2.2");
        refuse(1);

        assertThat(lines).hasSize(3);
    }

    @Test
    void everybody_together_has_so_many_lines() {
        for (int network = 0; network < 100; network++) {
            sender = Optional.of("192.0.2." + network);
            refuse(1);
        }

        assertThat(lines).hasSize(60);
    }

    @Test
    void what_was_left_out_is_counted_once_and_the_next_minute_begins_anew() {
        refuse(100);

        quota.countWhatWasLeftOut();
        quota.countWhatWasLeftOut();
        sender = Optional.of("192.0.2.1");
        refuse(1);

        assertThat(lines).filteredOn(it -> it.contains("98 lines were left out")).hasSize(1);
        assertThat(lines).last().asString().startsWith("refused");
    }

    @Test
    void who_looks_for_a_fault_sees_every_line_of_debugging() {
        IntStream.range(0, 100).forEach(_ -> LOG.fine("refused"));

        assertThat(lines).hasSize(100);
    }

    /** They are named by their classes, which this package does not depend on. */
    @Test
    void the_logs_that_every_service_has_are_those_that_are_written() {
        assertThat(LogQuota.OF_ALL_SERVICES)
                .filteredOn(it -> it.startsWith("guichet.kit."))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Class.forName(it)).hasDeclaredFields("LOG"));
    }

    private static void refuse(int times) {
        var error = Reason.CLIENT_AUTHENTICATION_FAILED.error("no such client");
        IntStream.range(0, times).forEach(_ -> RefusalLog.answered(error));
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
