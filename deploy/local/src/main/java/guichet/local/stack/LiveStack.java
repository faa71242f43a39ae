package guichet.local.stack;

import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A stack that runs at another terminal, as its data tell of it. */
public final class LiveStack {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Roster roster;
    private final Stopped stopped;
    private final ProcessHandle launcher;

    private LiveStack(Path data, ProcessHandle launcher) {
        this.roster = new Roster(data);
        this.stopped = new Stopped(data);
        this.launcher = launcher;
    }

    /**
     * The one that has this data.
     *
     * @throws Failure if none has
     */
    public static LiveStack on(Path data) {
        return DataLock.holder(data)
                .map(launcher -> new LiveStack(data, launcher))
                .orElseThrow(() ->
                        new Failure(
                                isOrphaned(data)
                                        ? "the launcher is gone, and its services still run:"
                                                + " ./guichet down ends them"
                                        : "no stack runs here: ./guichet up starts one"));
    }

    private static boolean isOrphaned(Path data) {
        return new Roster(data).read().stream().anyMatch(Roster.Entry::isAlive);
    }

    /** Its services, in the order in which they start. */
    public List<LiveService> services() {
        return roster.read().stream().map(this::live).toList();
    }

    private LiveService live(Roster.Entry entry) {
        if (entry.isAlive()) {
            State state = entry.health().isReady() ? State.READY : State.NOT_READY;
            return new LiveService(entry.service(), Optional.of(entry.pid()), state);
        }
        State state = stopped.contains(entry.service()) ? State.STOPPED : State.ENDED;
        return new LiveService(entry.service(), Optional.empty(), state);
    }

    /** Has the launcher stop a service, and waits until it has. */
    public void stop(Service service) {
        stopped.add(service);
        await("stopped", service, () -> is(service, State.STOPPED));
    }

    /** Has the launcher start a service that was stopped, and waits until it is ready. */
    public void start(Service service) {
        stopped.remove(service);
        await("ready", service, () -> is(service, State.READY));
    }

    private boolean is(Service service, State wanted) {
        return roster.read().stream()
                .filter(it -> it.service() == service)
                .anyMatch(it -> live(it).state() == wanted);
    }

    private void await(String what, Service service, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (!launcher.isAlive()) {
                throw new Failure("the stack has ended meanwhile");
            }
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "%s is not %s after %d seconds; ./guichet logs %1$s tells more"
                                .formatted(service.module(), what, PATIENCE.toSeconds()));
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /**
     * Ends the one that has this data, as Ctrl-C does, or what is left of it where its launcher was
     * killed, and waits for the end.
     *
     * @throws Failure if there is nothing to end
     */
    public static void end(Path data) {
        if (DataLock.holder(data).isEmpty() && isOrphaned(data)) {
            endLeftovers(data);
        } else {
            on(data).end();
        }
    }

    /** None begins meanwhile. */
    private static void endLeftovers(Path data) {
        try (DataLock _ = DataLock.unnamed(data)) {
            new Leftovers(data).stop();
        }
    }

    private void end() {
        launcher.destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (launcher.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "the launcher, process %d, has not ended after %d seconds"
                                .formatted(launcher.pid(), PATIENCE.toSeconds()));
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /**
     * A service of it.
     *
     * @param pid of its process, if it has one
     */
    public record LiveService(Service service, Optional<Long> pid, State state) {}

    /** How a service is. */
    public enum State {
        /** It can be called. */
        READY("ready"),
        /** It starts, or lacks something that it needs. */
        NOT_READY("not ready"),
        /** Somebody stopped it. */
        STOPPED("stopped"),
        /** By itself: it is started again. */
        ENDED("ended");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }
}
