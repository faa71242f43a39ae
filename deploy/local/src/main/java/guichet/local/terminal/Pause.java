package guichet.local.terminal;

import java.time.Duration;

/** Between two looks at something that takes its time. */
public final class Pause {
    private Pause() {}

    /**
     * Waits for so long.
     *
     * @throws Failure if the command is broken off meanwhile
     */
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
