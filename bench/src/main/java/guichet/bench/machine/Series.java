package guichet.bench.machine;

import java.util.List;

/**
 * The same thing measured again and again.
 *
 * @param name what it is
 * @param unit of each value, as {@code ms}
 */
public record Series(String name, String unit, List<Double> values) {
    public Series {
        values = List.copyOf(values);
    }

    /** That which half of the values do not exceed. */
    public double median() {
        return percentile(50);
    }

    /** That which so many of a hundred values do not exceed: the nearest rank. */
    public double percentile(int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    /** The smallest. */
    public double least() {
        return percentile(0);
    }

    /** The largest. */
    public double most() {
        return percentile(100);
    }
}
