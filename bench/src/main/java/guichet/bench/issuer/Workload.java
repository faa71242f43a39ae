package guichet.bench.issuer;

import guichet.bench.load.Load;
import java.util.List;

/**
 * Something that is asked again and again.
 *
 * @param connections at how many at once it is measured
 * @param loads what to send
 */
public record Workload(String name, List<Integer> connections, Loads loads) {
    /** Makes a load for one round: with tokens that are good now. */
    public interface Loads {
        Load at(int connections);
    }
}
