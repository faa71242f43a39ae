package guichet.bench.round;

import guichet.bench.load.Answers;
import java.util.Map;

/**
 * One round of one workload.
 *
 * @param processorMilliseconds of each process for one answer
 * @param rowsWritten inserted, updated and deleted for one answer; NaN where nobody waited for the
 *     database to tell
 * @param writingTransactions for one answer
 * @param foreignCores how many processors others had, who should not be there
 */
public record Measurement(
        Answers answers,
        Map<String, Double> processorMilliseconds,
        double rowsWritten,
        double writingTransactions,
        double foreignCores) {

    /** Good answers in a second. */
    public double perSecond() {
        return answers.perSecond();
    }
}
