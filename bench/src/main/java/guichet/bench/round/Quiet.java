package guichet.bench.round;

import guichet.bench.machine.ProcessTree;
import guichet.local.terminal.Pause;
import java.time.Duration;
import java.util.List;

/** Waits until what has just started has done what it does then: it compiles for some seconds. */
final class Quiet {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double CORES = 0.1;

    private Quiet() {}

    /** Until the processes take next to nothing for a second; some always do a little. */
    static void await(List<ProcessTree> processes) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        double before;
        double now = seconds(processes);
        do {
            before = now;
            Pause.of(Duration.ofSeconds(1));
            now = seconds(processes);
        } while (now - before > CORES && System.nanoTime() < deadline);
    }

    private static double seconds(List<ProcessTree> processes) {
        return processes.stream().mapToDouble(ProcessTree::processorSeconds).sum();
    }
}
