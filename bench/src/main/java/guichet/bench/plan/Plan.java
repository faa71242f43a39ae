package guichet.bench.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a measurement is like.
 *
 * @param root the checkout
 * @param quick whether it is for a look only: nothing is waited for that takes long
 * @param only the workloads that are measured; all if none is named
 * @param rounds how often each point is measured
 * @param round how long each time
 * @param warmUp for how long each workload runs before anything is measured
 * @param connections at how many at once, the first for what is slow
 * @param many at how many {@code client_credentials} is measured besides
 * @param starts how often the time of a start is measured
 * @param grants how many are put into the database for the second half; none to leave it out
 * @param clients how many clients they are of
 * @param heap the most that the heap of each service may take
 * @param pool how many connections to the database they have
 */
public record Plan(
        @JsonIgnore Path root,
        boolean quick,
        Set<String> only,
        int rounds,
        Duration round,
        Duration warmUp,
        List<Integer> connections,
        List<Integer> many,
        int starts,
        long grants,
        long clients,
        String heap,
        int pool) {
    public Plan {
        only = Set.copyOf(only);
        connections = List.copyOf(connections);
        many = List.copyOf(many);
    }

    /** Whether a workload is measured. */
    public boolean wants(String workload) {
        return only.isEmpty() || only.contains(workload);
    }
}
