package guichet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.bench.load.Answers;
import guichet.bench.machine.Machine;
import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import guichet.bench.report.Report.Measured;
import guichet.bench.round.Measurement;
import guichet.bench.round.Phase;
import guichet.bench.round.Point;
import guichet.bench.round.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFilesTest {
    @TempDir private Path folder;

    @Test
    void the_page_has_medians_spread_and_what_an_answer_costs() {
        var files = ReportFiles.write(report(), folder);

        assertThat(files.markdown())
                .content()
                .contains("| fdatasync | 2,000 /s |")
                .contains(
                        "| jwks | 16 | **2,000** | 1,000 | 3,000 | 9.00 | token-service 0.250 | 1.50 | 0.10 | 0 |");
    }

    @Test
    void programs_read_each_round() throws IOException {
        var files = ReportFiles.write(report(), folder);

        var row = new ObjectMapper().readTree(files.json().toFile()).at("/issuers/0/rows/0");
        assertThat(row.at("/per_second/median").asInt()).isEqualTo(2000);
        assertThat(row.path("rounds")).hasSize(3);
    }

    private static Report report() {
        return new Report(
                Instant.parse("2026-12-01T12:00:00Z"),
                "abc",
                Machine.here(),
                plan(),
                List.of(new Series("fdatasync", "/s", List.of(2000.0))),
                List.of(measured("guichet", 1000, 3000, 2000)));
    }

    private static Plan plan() {
        return new Plan(
                Path.of(""),
                false,
                Set.of(),
                3,
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                List.of(16),
                List.of(),
                3,
                0,
                0,
                "1g",
                16);
    }

    private static Measured measured(String name, Integer... perSecond) {
        List<Measurement> rounds = Stream.of(perSecond).map(ReportFilesTest::round).toList();
        return Measured.of(
                new Results(name, List.of(new Point(Phase.EMPTY, "jwks", 16, rounds)), List.of()));
    }

    private static Measurement round(int perSecond) {
        return new Measurement(
                new Answers(perSecond, 1_000_000, 1_000, 2_000, 9_000, 10_000, 0, 0, 0.1),
                Map.of("token-service", 0.25),
                1.5,
                1,
                0.1);
    }
}
