package guichet.kit.registry;

import java.time.Duration;

/** How long the services go by what the registry said, whatever has changed there. */
public final class Freshness {
    /**
     * For so long an answer is not asked for again: what changes is noticed everywhere by then, as
     * long as the registry can be asked.
     */
    public static final Duration OF_ANSWERS = Duration.ofSeconds(10);

    private Freshness() {}
}
