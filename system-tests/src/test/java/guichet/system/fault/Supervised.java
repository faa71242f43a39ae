package guichet.system.fault;

import guichet.local.stack.LiveStack;
import guichet.local.stack.LiveStack.LiveService;
import guichet.local.stack.LiveStack.State;
import guichet.local.stack.LocalStack;
import guichet.local.stack.Service;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stack that is looked after, as {@code ./guichet up} does. */
public final class Supervised implements AutoCloseable {
    private final ScheduledExecutorService launcher = Executors.newSingleThreadScheduledExecutor();
    private final LiveStack terminal;

    public Supervised(LocalStack stack) {
        this.terminal = LiveStack.on(stack.data());
        launcher.scheduleWithFixedDelay(stack::supervise, 0, 250, TimeUnit.MILLISECONDS);
    }

    /** The same stack, as another terminal meets it. */
    public LiveStack terminal() {
        return terminal;
    }

    public State state(Service service) {
        return terminal.services().stream()
                .filter(it -> it.service() == service)
                .map(LiveService::state)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        launcher.close();
    }
}
