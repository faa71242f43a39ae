package guichet.authorization.protocol.claim;

import java.util.List;

/**
 * How a claim is wanted, OpenID Connect Core §5.5.1.
 *
 * @param essential whether the application cannot do without it
 * @param values those that would do, the best first; any when there is none
 */
public record ClaimDemand(boolean essential, List<String> values) {
    /** Wanted if it can be had, whatever its value. */
    public static final ClaimDemand VOLUNTARY = new ClaimDemand(false, List.of());

    public ClaimDemand {
        values = List.copyOf(values);
    }
}
