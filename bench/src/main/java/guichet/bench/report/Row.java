package guichet.bench.report;

import guichet.bench.round.Measurement;
import guichet.bench.round.Phase;
import guichet.bench.round.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workload with so many connections.
 *
 * @param perSecond good answers
 * @param p99 in milliseconds
 * @param processorMilliseconds for one answer, by process
 * @param rowsWritten for one answer; NaN where it was not waited for
 * @param foreignCores what others took of the machine
 * @param failed requests without a good answer, in all rounds
 */
public record Row(
        Phase phase,
        String workload,
        int connections,
        Spread perSecond,
        Spread p99,
        Map<String, Double> processorMilliseconds,
        double rowsWritten,
        double writingTransactions,
        Spread foreignCores,
        long failed,
        List<Measurement> rounds) {

    static Row of(Point point) {
        return new Row(
                point.phase(),
                point.workload(),
                point.connections(),
                Spread.of(point.perSecond()),
                Spread.of(point.p99()),
                processors(point),
                point.series("", Measurement::rowsWritten).median(),
                point.series("", Measurement::writingTransactions).median(),
                Spread.of(point.series("", Measurement::foreignCores)),
                point.failed(),
                point.measurements());
    }

    private static Map<String, Double> processors(Point point) {
        var each = new LinkedHashMap<String, Double>();
        point.measurements()
                .getFirst()
                .processorMilliseconds()
                .keySet()
                .forEach(name -> each.put(name, point.processorMilliseconds(name).median()));
        return each;
    }
}
