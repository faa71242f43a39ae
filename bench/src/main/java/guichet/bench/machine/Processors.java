package guichet.bench.machine;

import java.util.stream.Stream;

/** What all processors of the machine did since it started. */
public final class Processors {
    private Processors() {}

    /**
     * Seconds that processes took, whoever's; interrupts, the network's among them, are not in it.
     */
    public static double busySeconds() {
        String all = Proc.text("stat").lines().findFirst().orElseThrow();
        // user, nice, system: the first three after the word "cpu"
        return Stream.of(all.split(" +")).skip(1).limit(3).mapToLong(Long::parseLong).sum()
                / Proc.TICKS_PER_SECOND;
    }

    /** Seconds that this process took, without those that it has started. */
    public static double ownSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(taken -> taken.toNanos() / 1e9)
                .orElse(0.0);
    }
}
