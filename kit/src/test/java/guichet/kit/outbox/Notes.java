package guichet.kit.outbox;

import guichet.kit.outbox.Notes.Note;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes notes for people, when it is willing. */
final class Notes implements OutboxHandler<Note> {
    static final Duration PATIENCE = Duration.ofDays(1);
    static final Kind<Note> KIND = Kind.within(PATIENCE, "note", Note.class);

    private final List<Note> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean willing = true;
    private volatile CyclicBarrier together = new CyclicBarrier(1);

    record Note(String to, int number) {}

    @Override
    public Kind<Note> kind() {
        return KIND;
    }

    @Override
    public void deliver(Note note) throws Exception {
        asked.incrementAndGet();
        together.await(10, TimeUnit.SECONDS);
        if (!willing) {
            throw new IllegalStateException("not now");
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

    void isWilling(boolean now) {
        willing = now;
    }

    /** From now on takes so many only together. */
    void waitsFor(int several) {
        together = new CyclicBarrier(several);
    }
}
