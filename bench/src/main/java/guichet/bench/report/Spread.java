package guichet.bench.report;

import guichet.bench.machine.Series;

/** The middle of several rounds, and how far they lay apart. */
public record Spread(double median, double least, double most) {
    static Spread of(Series series) {
        return new Spread(series.median(), series.least(), series.most());
    }
}
