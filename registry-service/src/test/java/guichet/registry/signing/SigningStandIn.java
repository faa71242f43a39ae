package guichet.registry.signing;

import guichet.registry.tokenservice.AlgorithmsOnly;
import java.util.function.Consumer;

/** Stands for what tells token-service of algorithms. */
public final class SigningStandIn {
    private SigningStandIn() {}

    /** One that has told nothing yet, and tells this. */
    public static SigningAlgorithms thatTells(Consumer<String> told) {
        return new SigningAlgorithms(AlgorithmsOnly.tell(told));
    }
}
