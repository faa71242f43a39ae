package guichet.bench.load;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What wrk has counted.
 *
 * @param microseconds how long it took
 * @param p50 half of the answers came within so many microseconds
 * @param refused answers with a status from 400 on
 * @param lost requests without an answer
 * @param processorSeconds what wrk itself took
 */
public record Answers(
        long requests,
        long microseconds,
        long p50,
        long p90,
        long p99,
        long max,
        long refused,
        long lost,
        @JsonProperty("processor_seconds") double processorSeconds) {

    /** Good answers in a second. */
    public double perSecond() {
        return (requests - refused) * 1e6 / microseconds;
    }
}
