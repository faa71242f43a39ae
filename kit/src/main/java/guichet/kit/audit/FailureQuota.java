package guichet.kit.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many failures of a kind are written in a minute; those that come after them are counted.
 *
 * @param <K> what they are told apart by
 */
final class FailureQuota<K> {
    /** So many networks have to take part until failures from others are left out. */
    private static final int NETWORKS = 30;

    private final int ofOneKind;
    private final int ofOneNetwork;
    private final Map<Share<K>, Integer> written = new HashMap<>();
    private final Map<K, Long> leftOut = new HashMap<>();

    /** What a bound is for: a kind, and a kind from one network. */
    private record Share<K>(K kind, Optional<String> network) {}

    FailureQuota(int ofOneKind) {
        this.ofOneKind = ofOneKind;
        this.ofOneNetwork = Math.max(1, ofOneKind / NETWORKS);
    }

    /**
     * Whether this one is written.
     *
     * @param network whose holder it comes from; empty when that is not known
     */
    synchronized boolean take(K kind, Optional<String> network) {
        var all = new Share<>(kind, Optional.empty());
        var fromThere = new Share<>(kind, network);
        boolean isLeft =
                written.getOrDefault(all, 0) < ofOneKind
                        && (network.isEmpty() || written.getOrDefault(fromThere, 0) < ofOneNetwork);
        if (!isLeft) {
            leftOut.merge(kind, 1L, Long::sum);
            return false;
        }
        written.merge(all, 1, Integer::sum);
        network.ifPresent(_ -> written.merge(fromThere, 1, Integer::sum));
        return true;
    }

    /** Begins another minute; answers how many were left out of the last one. */
    synchronized Map<K, Long> renew() {
        var counted = new HashMap<>(leftOut);
        written.clear();
        leftOut.clear();
        return counted;
    }
}
