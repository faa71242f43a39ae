package guichet.bench.report;

import static java.util.stream.Collectors.joining;

import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import guichet.bench.report.Report.Measured;
import guichet.bench.round.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/** A report as a page. */
final class Markdown {
    /** What takes less of the processors is left out of the table. */
    private static final double NOTABLE_MILLISECONDS = 0.005;

    private Markdown() {}

    static String of(Report report) {
        var page =
                Stream.of(
                        Stream.of(head(report)),
                        Stream.of(limits(report.limits())),
                        report.issuers().stream().map(issuer -> issuer(issuer, report.plan())));
        return page.flatMap(part -> part).collect(joining("\n"));
    }

    private static String head(Report report) {
        var machine = report.machine();
        var plan = report.plan();
        return """
        # Measured %s at %s

        %s, %d cores, %,d MB, %s, %s. Client, servers and database share the cores.
        %d rounds of %d s after %d s of warm-up for each workload; heap %s, %d connections to the database for each service.
        %s\
        """
                .formatted(
                        report.measuredAt(),
                        report.commit(),
                        machine.processor(),
                        machine.cores(),
                        machine.megabytes(),
                        machine.kernel(),
                        machine.java(),
                        plan.rounds(),
                        plan.round().toSeconds(),
                        plan.warmUp().toSeconds(),
                        plan.heap(),
                        plan.pool(),
                        plan.quick() ? "**For a look only: nothing was warm.**\n" : "");
    }

    private static String limits(List<Series> limits) {
        return "## The machine's limits\n" + series(limits);
    }

    private static String series(List<Series> all) {
        return """

        | what | median | from | to | p99 | times |
        |---|--:|--:|--:|--:|--:|
        %s
        """
                .formatted(all.stream().map(Markdown::line).collect(joining("\n")));
    }

    private static String line(Series series) {
        return "| %s | %s %s | %s | %s | %s | %d |"
                .formatted(
                        series.name(),
                        number(series.median()),
                        series.unit(),
                        number(series.least()),
                        number(series.most()),
                        number(series.percentile(99)),
                        series.values().size());
    }

    private static String issuer(Measured issuer, Plan plan) {
        String grown =
                rows(issuer, Phase.GROWN)
                        .map(rows ->
                                "\n### With %,d grants and %,d clients more\n%s"
                                        .formatted(plan.grants(), plan.clients(), rows))
                        .orElse("");
        return "## %s\n%s%s\n### Starts and memory\n%s"
                .formatted(
                        issuer.name(),
                        rows(issuer, Phase.EMPTY).orElse(""),
                        grown,
                        series(issuer.others()));
    }

    private static Optional<String> rows(Measured issuer, Phase phase) {
        List<Row> rows = issuer.rows().stream().filter(row -> row.phase() == phase).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(table(rows));
    }

    private static String table(List<Row> rows) {
        return """

        | workload | connections | answers/s | from | to | p99 ms | processor ms an answer | rows written an answer | foreign cores | failed |
        |---|--:|--:|--:|--:|--:|---|--:|--:|--:|
        %s
        """
                .formatted(rows.stream().map(Markdown::line).collect(joining("\n")));
    }

    private static String line(Row row) {
        return "| %s | %d | **%s** | %s | %s | %s | %s | %s | %.2f | %d |"
                .formatted(
                        row.workload(),
                        row.connections(),
                        number(row.perSecond().median()),
                        number(row.perSecond().least()),
                        number(row.perSecond().most()),
                        number(row.p99().median()),
                        processors(row),
                        rowsWritten(row),
                        row.foreignCores().median(),
                        row.failed());
    }

    private static String processors(Row row) {
        return row.processorMilliseconds().entrySet().stream()
                .filter(each -> each.getValue() >= NOTABLE_MILLISECONDS)
                .sorted(Entry.<String, Double>comparingByValue().reversed())
                .map(each -> String.format(Locale.ROOT, "%s %.3f", each.getKey(), each.getValue()))
                .collect(joining(", "));
    }

    private static String rowsWritten(Row row) {
        return Double.isNaN(row.rowsWritten())
                ? "%.2f transactions".formatted(row.writingTransactions())
                : "%.2f".formatted(row.rowsWritten());
    }

    /** As many digits as mean something. */
    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
