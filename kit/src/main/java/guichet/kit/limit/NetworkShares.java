package guichet.kit.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much one network may have of what there is for all, where the gateway tells networks apart: a
 * place as long as it has fewer than are free. Alone it has half of them, and the more networks
 * there are the less has each, so that whoever takes all they can leave room for others.
 */
public final class NetworkShares {
    private final int places;
    private final Supplier<Optional<String>> sender;
    private final Map<String, Integer> ofNetworks = new HashMap<>();
    private int taken;

    /**
     * Of so many places.
     *
     * @param sender of the request under way; empty where nobody trustworthy tells it
     */
    public NetworkShares(int places, Supplier<Optional<String>> sender) {
        this.places = places;
        this.sender = sender;
    }

    /**
     * A place for the request under way; empty if its network has no more. Who is told apart from
     * nobody has one always: how many there are in all is left to the caller.
     */
    public Optional<Place> take() {
        Optional<String> network = sender.get();
        return take(network) ? Optional.of(() -> giveBack(network)) : Optional.empty();
    }

    private synchronized boolean take(Optional<String> network) {
        int free = places - taken;
        if (network.filter(it -> ofNetworks.getOrDefault(it, 0) >= free).isPresent()) {
            return false;
        }
        network.ifPresent(it -> ofNetworks.merge(it, 1, Integer::sum));
        taken++;
        return true;
    }

    private synchronized void giveBack(Optional<String> network) {
        network.ifPresent(
                it -> ofNetworks.computeIfPresent(it, (_, many) -> many == 1 ? null : many - 1));
        taken--;
    }

    /** What one request has, until it is given back once. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
