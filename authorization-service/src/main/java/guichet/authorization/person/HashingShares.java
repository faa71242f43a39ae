package guichet.authorization.person;

import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How much of the queue for hashing one network may have, where the gateway tells networks apart:
 * an eighth, so that whoever fills it leaves room for others.
 */
@Singleton
class HashingShares {
    private static final int NETWORKS = 8;

    private final int most;
    private final Supplier<Optional<String>> sender;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    @Inject
    HashingShares(PasswordConfig config, ClientNetwork network, ClientAddress address) {
        this(config.queue(), () -> network.findHolder(address.find()));
    }

    /**
     * Of a queue with so many places.
     *
     * @param sender of the request under way
     */
    HashingShares(int places, Supplier<Optional<String>> sender) {
        this.most = Math.max(1, places / NETWORKS);
        this.sender = sender;
    }

    /** A place for the request under way; empty if its network has no more. */
    Optional<Place> take() {
        Optional<String> network = sender.get();
        if (network.filter(it -> waiting.merge(it, 1, Integer::sum) > most).isPresent()) {
            giveBack(network);
            return Optional.empty();
        }
        return Optional.of(() -> giveBack(network));
    }

    private void giveBack(Optional<String> network) {
        network.ifPresent(
                it -> waiting.computeIfPresent(it, (_, many) -> many == 1 ? null : many - 1));
    }

    /** What one request has of the queue, until it is given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
