package guichet.token.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The signing keys as they stood when the database was last read, a chain for each algorithm. */
final class KnownKeys {
    static final KnownKeys NONE = new KnownKeys(List.of());

    private final Map<SignatureAlgorithm, List<SigningKey>> chains =
            new EnumMap<>(SignatureAlgorithm.class);

    KnownKeys(List<SigningKey> keys) {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            chains.put(
                    algorithm,
                    keys.stream()
                            .filter(key -> key.algorithm() == algorithm)
                            .sorted(Comparator.comparing(SigningKey::signsFrom))
                            .toList());
        }
    }

    /** In the order in which they sign; empty when there is none. */
    List<SigningKey> chain(SignatureAlgorithm algorithm) {
        return chains.getOrDefault(algorithm, List.of());
    }

    /** Whether there are keys of it, or must be. */
    boolean isInUse(SignatureAlgorithm algorithm) {
        return SignatureAlgorithm.DEFAULTS.contains(algorithm) || !chain(algorithm).isEmpty();
    }

    List<SigningKey> all() {
        return chains.values().stream().flatMap(List::stream).toList();
    }

    Optional<SigningKey> find(String kid) {
        return all().stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The names of those that another state of the keys does not have. */
    Set<String> kidsBeside(KnownKeys others) {
        return all().stream()
                .map(SigningKey::kid)
                .filter(kid -> others.find(kid).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** What tells one state of the keys from the next. */
    Set<Entry> entries() {
        return all().stream()
                .map(key -> new Entry(key.kid(), key.signsFrom()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A key, and when it begins to sign. */
    record Entry(String kid, Instant signsFrom) {}
}
