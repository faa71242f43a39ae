package guichet.kit.outbox;

import guichet.kit.outbox.Notes.Note;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Takes notes for people, when it is willing. */
final class Notes implements OutboxHandler<Note> {
    static final Duration PATIENCE = Duration.ofDays(1);
    static final int MOST_WAITING = 40;
    static final Kind<Note> KIND =
            Kind.within(PATIENCE, "note", Note.class).withBound(MOST_WAITING, "by");

    private final List<Note> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore attempts = new Semaphore(0);
    private volatile Predicate<Note> refused = _ -> false;
    private volatile RuntimeException refusal = new IllegalStateException("not now");
    private volatile CyclicBarrier together = new CyclicBarrier(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    record Note(String to, int number, String by) {
        Note(String to, int number) {
            this(to, number, "somebody");
        }
    }

    @Override
    public Kind<Note> kind() {
        return KIND;
    }

    @Override
    public void deliver(Note note) throws Exception {
        asked.incrementAndGet();
        attempts.release();
        gate.await(10, TimeUnit.SECONDS);
        together.await(10, TimeUnit.SECONDS);
        if (refused.test(note)) {
            throw refusal;
        }
        taken.add(note);
    }

    List<Note> taken() {
        return taken;
    }

    /** How often somebody tried to deliver one. */
    int asked() {
        return asked.get();
    }

    /** Returns when somebody has begun to deliver one more. */
    void awaitAttempt() throws InterruptedException {
        if (!attempts.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody delivers anything");
        }
    }

    void isWilling(boolean now) {
        refused = _ -> !now;
    }

    /** From now on takes none for them. */
    void refuses(String to) {
        refused = note -> note.to().equals(to);
    }

    /** From now on takes none, and says why. */
    void refuses(RuntimeException why) {
        refusal = why;
        refused = _ -> true;
    }

    /** From now on takes so many only together. */
    void waitsFor(int several) {
        together = new CyclicBarrier(several);
    }

    /** From now on each is held up, until {@link #goOn}. */
    void holdsUp() {
        gate = new CountDownLatch(1);
    }

    void goOn() {
        gate.countDown();
    }
}
