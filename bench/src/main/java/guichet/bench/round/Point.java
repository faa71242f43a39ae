package guichet.bench.round;

import guichet.bench.machine.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A workload with so many connections, and what the rounds have shown.
 *
 * @param phase what was in the database then
 */
public record Point(Phase phase, String workload, int connections, List<Measurement> measurements) {

    /** Good answers in a second. */
    public Series perSecond() {
        return series("/s", Measurement::perSecond);
    }

    /** What one answer of a hundred exceeded. */
    public Series p99() {
        return series("ms", it -> it.answers().p99() / 1e3);
    }

    /** What a process took for one answer. */
    public Series processorMilliseconds(String process) {
        return series("ms", it -> it.processorMilliseconds().getOrDefault(process, 0.0));
    }

    /** Any other value of a round. */
    public Series series(String unit, ToDoubleFunction<Measurement> value) {
        List<Double> values = measurements.stream().mapToDouble(value).boxed().toList();
        return new Series(workload, unit, values);
    }

    /** Requests that were refused or lost, in all rounds. */
    public long failed() {
        return measurements.stream()
                .mapToLong(it -> it.answers().refused() + it.answers().lost())
                .sum();
    }
}
