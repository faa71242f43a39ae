package guichet.kit.audit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many failures are written in a minute; those that come after them are counted. */
final class FailureQuota {
    /** So many networks have to take part until failures from others are left out. */
    private static final int NETWORKS = 30;

    private final int ofOneKind;
    private final int ofOneNetwork;
    private final Map<Share, Integer> written = new HashMap<>();
    private final Map<AuditEvent, Long> leftOut = new EnumMap<>(AuditEvent.class);

    /** What a bound is for: an event, and an event from one network. */
    private record Share(AuditEvent event, Optional<String> network) {}

    FailureQuota(int ofOneKind) {
        this.ofOneKind = ofOneKind;
        this.ofOneNetwork = Math.max(1, ofOneKind / NETWORKS);
    }

    /**
     * Whether this one is written.
     *
     * @param network whose holder it comes from; empty when that is not known
     */
    synchronized boolean take(AuditEvent event, Optional<String> network) {
        var all = new Share(event, Optional.empty());
        var fromThere = new Share(event, network);
        boolean isLeft =
                written.getOrDefault(all, 0) < ofOneKind
                        && (network.isEmpty() || written.getOrDefault(fromThere, 0) < ofOneNetwork);
        if (!isLeft) {
            leftOut.merge(event, 1L, Long::sum);
            return false;
        }
        written.merge(all, 1, Integer::sum);
        network.ifPresent(_ -> written.merge(fromThere, 1, Integer::sum));
        return true;
    }

    /** Begins another minute; answers how many were left out of the last one. */
    synchronized Map<AuditEvent, Long> renew() {
        var counted = new EnumMap<>(leftOut);
        written.clear();
        leftOut.clear();
        return counted;
    }
}
