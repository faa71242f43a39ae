package guichet.bench.report;

import guichet.bench.machine.Machine;
import guichet.bench.machine.Series;
import guichet.bench.plan.Plan;
import guichet.bench.round.Results;
import java.time.Instant;
import java.util.List;

/**
 * All that one run has measured.
 *
 * @param commit of the checkout, with a word if it has changes
 * @param limits what the machine can do at most
 * @param issuers ours first
 */
public record Report(
        Instant measuredAt,
        String commit,
        Machine machine,
        Plan plan,
        List<Series> limits,
        List<Measured> issuers) {

    /** What was measured of one issuer. */
    public record Measured(String name, List<Row> rows, List<Series> others) {
        /** From results. */
        public static Measured of(Results results) {
            return new Measured(
                    results.issuer(),
                    results.points().stream().map(Row::of).toList(),
                    results.others());
        }
    }
}
