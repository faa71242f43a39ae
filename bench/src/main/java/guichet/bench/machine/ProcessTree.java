package guichet.bench.machine;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A program that runs as one process or several.
 *
 * @param name as reports have it
 * @param pid of the process that started the others
 */
public record ProcessTree(String name, long pid) {
    /** utime, stime, and the same of the children that have ended. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    /** Seconds of processor time that it has taken until now. */
    public double processorSeconds() {
        return pids().map(ProcessTree::ticks).sum() / Proc.TICKS_PER_SECOND;
    }

    private static long ticks(long pid) {
        return Proc.stat(pid).skip(FIRST_TIME).limit(TIMES).mapToLong(Long::parseLong).sum();
    }

    /**
     * The megabytes that are in memory: the resident set of one process; of several the
     * proportional sets, in which what they share counts once.
     */
    public double megabytes() {
        List<Long> all = pids().boxed().toList();
        long kilobytes =
                all.size() == 1
                        ? Proc.number(Proc.lines(pid + "/status"), "VmRSS:")
                        : all.stream().mapToLong(ProcessTree::proportionalKilobytes).sum();
        return kilobytes / 1024.0;
    }

    private static long proportionalKilobytes(long pid) {
        return Proc.number(Proc.lines(pid + "/smaps_rollup"), "Pss:");
    }

    private LongStream pids() {
        LongStream children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children);
    }
}
