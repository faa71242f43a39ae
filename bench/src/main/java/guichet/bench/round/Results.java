package guichet.bench.round;

import guichet.bench.machine.Series;
import java.util.List;

/**
 * What was measured of one issuer.
 *
 * @param others what is no load: starts, memory
 */
public record Results(String issuer, List<Point> points, List<Series> others) {}
