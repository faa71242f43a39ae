package guichet.bench;

import guichet.bench.issuer.Issuer;
import guichet.bench.load.Wrk;
import guichet.bench.machine.Limits;
import guichet.bench.machine.Machine;
import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import guichet.bench.report.Report;
import guichet.bench.report.Report.Measured;
import guichet.bench.report.ReportFiles;
import guichet.bench.round.Rounds;
import guichet.bench.suite.GuichetStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Measures by a plan: the machine, then the suite. */
final class Bench {
    private final Plan plan;
    private final Path folder;
    private final Wrk wrk;

    Bench(Plan plan) {
        this.plan = plan;
        this.folder = plan.root().resolve(".guichet/bench");
        this.wrk = new Wrk(folder.resolve("wrk"));
    }

    void run() {
        var measuredAt = Instant.now();
        tell("the machine's limits");
        var machine = new Limits(folder, wrk, Duration.ofSeconds(plan.quick() ? 1 : 4));
        List<Series> before = machine.measure();
        List<Measured> measured = issuers();
        tell("the machine's limits, again");
        List<Series> limits = machine.measureAgain(before);
        var report = new Report(measuredAt, commit(), Machine.here(), plan, limits, measured);
        show(ReportFiles.write(report, folder));
    }

    private List<Measured> issuers() {
        var measured = new ArrayList<Measured>();
        try (var ours =
                GuichetStack.start(
                        plan.root(), folder.resolve("guichet"), plan, wrk, Bench::tell)) {
            measured.add(measure(ours));
        }
        return List.copyOf(measured);
    }

    /** Whatever happens, nothing of it is left running. */
    private Measured measure(Issuer issuer) {
        var shutdown = new Thread(issuer::close);
        Runtime.getRuntime().addShutdownHook(shutdown);
        try {
            return Measured.of(new Rounds(plan, wrk, issuer, Bench::tell).run());
        } finally {
            Runtime.getRuntime().removeShutdownHook(shutdown);
        }
    }

    private static void show(ReportFiles files) {
        try {
            System.out.println(Files.readString(files.markdown()));
            System.out.println(files.markdown());
            System.out.println(files.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(String step) {
        System.out.println("  " + step);
    }

    private String commit() {
        return Git.commit(plan.root());
    }
}
