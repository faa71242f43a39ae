package guichet.registryclient;

import java.time.Duration;

/** How long the services go by what the registry said, whatever has changed there. */
public final class RegistryAnswers {
    /**
     * For so long an answer is not asked for again: what changes is noticed everywhere by then, as
     * long as the registry can be asked.
     */
    public static final Duration FRESH = Duration.ofSeconds(10);

    private RegistryAnswers() {}
}
