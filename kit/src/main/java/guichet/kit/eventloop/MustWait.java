package guichet.kit.eventloop;

import io.vertx.core.Context;

/**
 * Ends on an event loop what would have to wait, and hold up all other requests there; whoever
 * began it has it done again where it may.
 */
public final class MustWait extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MustWait() {
        super("an event loop must not wait", null, false, false); // nobody looks where
    }

    /**
     * To be said before waiting.
     *
     * @throws MustWait on an event loop
     */
    public static void unlessAllowed() {
        if (Context.isOnEventLoopThread()) {
            throw new MustWait();
        }
    }
}
