package guichet.authorization.person;

import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many passwords of one network may be hashed or wait for it, where the gateway tells networks
 * apart: it has a place as long as it has fewer than are free. Alone it has half of them, enough
 * for a class that signs in at the same moment, and the more networks wait the less has each, so
 * that whoever fills the queue leaves room for others.
 */
@Singleton
class HashingShares {
    private final int places;
    private final Supplier<Optional<String>> sender;
    private final Map<String, Integer> ofNetworks = new HashMap<>();
    private int taken;

    @Inject
    HashingShares(PasswordConfig config, ClientNetwork network, ClientAddress address) {
        this(
                config.queue() + HashingThreads.atOnce(config),
                () -> network.findHolder(address.find()));
    }

    /**
     * Of so many places.
     *
     * @param sender of the request under way
     */
    HashingShares(int places, Supplier<Optional<String>> sender) {
        this.places = places;
        this.sender = sender;
    }

    /** A place for the request under way; empty if its network has no more. */
    Optional<Place> take() {
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

    /** What one request has of the queue, until it is given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
