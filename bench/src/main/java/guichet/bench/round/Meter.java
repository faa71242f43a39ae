package guichet.bench.round;

import guichet.bench.database.Postgres;
import guichet.bench.database.Writes;
import guichet.bench.load.Answers;
import guichet.bench.machine.ProcessTree;
import guichet.bench.machine.Processors;
import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads what processes and database took before a load, and after it.
 *
 * @param processes whose share is told
 * @param waits whether the database has time to tell how many rows it wrote
 */
record Meter(List<ProcessTree> processes, Postgres database, boolean waits) {

    Measurement measure(Supplier<Answers> load) {
        Writes written = database.writes();
        Map<ProcessTree, Double> before = processorSeconds();
        double busyBefore = Processors.busySeconds();
        double ownBefore = Processors.ownSeconds();
        Answers answers = load.get();
        if (answers.requests() == 0) {
            throw new Failure("nothing was answered: the service's log tells why");
        }
        long transactions = database.writes().since(written).transactions();
        double busy = Processors.busySeconds() - busyBefore;
        double own = Processors.ownSeconds() - ownBefore;
        Map<ProcessTree, Double> taken = processorSeconds();
        taken.replaceAll((process, seconds) -> seconds - before.getOrDefault(process, 0.0));
        double known = taken.values().stream().mapToDouble(Double::doubleValue).sum();
        double foreign = busy - own - known - answers.processorSeconds();
        return new Measurement(
                answers,
                eachAnswer(taken, answers.requests()),
                rows(written, transactions) / answers.requests(),
                (double) transactions / answers.requests(),
                foreign * 1e6 / answers.microseconds());
    }

    private Map<ProcessTree, Double> processorSeconds() {
        var seconds = new LinkedHashMap<ProcessTree, Double>();
        processes.forEach(each -> seconds.put(each, each.processorSeconds()));
        return seconds;
    }

    private static Map<String, Double> eachAnswer(Map<ProcessTree, Double> taken, long answers) {
        var milliseconds = new LinkedHashMap<String, Double>();
        taken.forEach(
                (process, seconds) -> milliseconds.put(process.name(), seconds * 1e3 / answers));
        return milliseconds;
    }

    /** Where no transaction wrote, there is nothing to wait for. */
    private double rows(Writes before, long transactions) {
        if (transactions == 0) {
            return 0;
        }
        if (!waits) {
            return Double.NaN;
        }
        Pause.of(Duration.ofSeconds(Writes.SECONDS_UNTIL_TOLD));
        return database.writes().since(before).rows();
    }
}
