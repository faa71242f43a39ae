package guichet.kit.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A failure as the log shows it: its words are plain text. */
final class PlainThrowable extends Throwable {
    private static final long serialVersionUID = 1;

    private final String words;

    private PlainThrowable(Throwable failure) {
        this.words = PlainText.of(failure.toString());
        setStackTrace(failure.getStackTrace());
    }

    /** The failure itself where nothing has to be changed, in its causes neither. */
    static Throwable of(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, all);
        boolean isPlain =
                all.stream().map(Throwable::toString).allMatch(it -> it.equals(PlainText.of(it)));
        return isPlain ? failure : copy(failure, new IdentityHashMap<>());
    }

    /** A failure may be a cause of its own cause. */
    private static void collect(Throwable failure, Set<Throwable> all) {
        if (all.add(failure)) {
            behind(failure).forEach(it -> collect(it, all));
        }
    }

    private static Throwable copy(Throwable failure, Map<Throwable, Throwable> copies) {
        Throwable known = copies.get(failure);
        if (known != null) {
            return known;
        }
        var copy = new PlainThrowable(failure);
        copies.put(failure, copy);
        if (failure.getCause() != null) {
            copy.initCause(copy(failure.getCause(), copies));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            copy.addSuppressed(copy(suppressed, copies));
        }
        return copy;
    }

    private static Stream<Throwable> behind(Throwable failure) {
        return Stream.concat(
                Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
    }

    /** With the name of the failure's own class, not of this one. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return words;
    }
}
