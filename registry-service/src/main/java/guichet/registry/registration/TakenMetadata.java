package guichet.registry.registration;

import guichet.lint.Finding;
import guichet.registry.client.ClientMetadata;
import java.util.List;

/**
 * The metadata of a registration as they are taken.
 *
 * @param replaced what the client asked for and does not get
 * @param advice on what it does get
 */
record TakenMetadata(ClientMetadata metadata, List<Replacement> replaced, List<Finding> advice) {
    TakenMetadata {
        replaced = List.copyOf(replaced);
        advice = List.copyOf(advice);
    }

    /** What was registered before, about which everything has been said. */
    static TakenMetadata before(ClientMetadata metadata) {
        return new TakenMetadata(metadata, List.of(), List.of());
    }
}
