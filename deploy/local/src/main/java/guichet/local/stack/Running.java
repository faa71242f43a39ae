package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a stack has started so far; closed in the opposite order, and whatever one of it says. */
final class Running implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Takes the time it needs, even when the thread was interrupted. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        Failure failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = new Failure("not everything stopped: " + e.getMessage(), e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
