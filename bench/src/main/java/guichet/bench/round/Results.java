package guichet.bench.round;

import guichet.bench.machine.Series;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of one issuer.
 *
 * @param others what is no load: starts, memory
 */
public record Results(String issuer, List<Point> points, List<Series> others) {
    /** The same workload with as many connections, before anything grew. */
    public Optional<Point> find(String workload, int connections) {
        return points.stream()
                .filter(it -> it.phase() == Phase.EMPTY)
                .filter(it -> it.workload().equals(workload) && it.connections() == connections)
                .findFirst();
    }
}
