package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.util.concurrent.TimeUnit;

/** Between two looks at something that takes its time. */
final class Pause {
    private Pause() {}

    static void aMoment() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }
}
