package guichet.kit.log;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why somebody did not answer, in one line: where in our code that was noticed helps nobody. */
public final class Outage {
    private static final int DEEPEST = 20;
    private static final int MOST_TOLD = 10;

    private Outage() {}

    /** The failure, and what is behind it. */
    public static String words(Throwable failure) {
        return causes(failure)
                .limit(MOST_TOLD)
                .map(Throwable::toString)
                .collect(Collectors.joining(", because of "));
    }

    /** The failure, what is behind it, and so on. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST); // they may go round in circles
    }
}
