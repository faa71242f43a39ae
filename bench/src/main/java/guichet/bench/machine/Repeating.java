package guichet.bench.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Does something again and again, on one thread, after a while in which it may compile. */
final class Repeating {
    private Repeating() {}

    /** How long each took, in milliseconds; what came in the first half is not told. */
    static List<Double> milliseconds(Duration duration, Step step) {
        var took = new ArrayList<Double>();
        long start = System.nanoTime();
        long half = start + duration.toNanos() / 2;
        long end = start + duration.toNanos();
        long before = start;
        while (before < end) {
            run(step);
            long after = System.nanoTime();
            if (before >= half) {
                took.add((after - before) / 1e6);
            }
            before = after;
        }
        return took;
    }

    /** How often it was done in a second. */
    static double perSecond(Duration duration, Step step) {
        List<Double> took = milliseconds(duration, step);
        return took.size() * 1e3 / took.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done. */
    interface Step {
        void run() throws Exception;
    }
}
