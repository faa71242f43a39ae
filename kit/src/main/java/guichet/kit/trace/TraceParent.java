package guichet.kit.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The header {@code traceparent}, W3C Trace Context §3.2.
 *
 * @param traceId of all that belongs together: 32 hexadecimal digits
 * @param spanId of the request that is being served: 16 hexadecimal digits
 * @param flags what the caller decided about recording: 2 hexadecimal digits, handed on
 */
record TraceParent(String traceId, String spanId, String flags) {
    static final String HEADER = "traceparent";

    /** What nobody has decided to record. */
    private static final String NOT_SAMPLED = "00";

    /** Of this version, or of a later one, which begins like it and may go on, §4.3. */
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?!ff|00.{53}.)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})"
                            + "-([0-9a-f]{2})(?:-.*)?");

    /** The trace that a caller names: one, in the syntax of the standard. */
    static Optional<TraceParent> read(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        var found = SYNTAX.matcher(headers.getFirst());
        return found.matches()
                ? Optional.of(new TraceParent(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /** A trace that begins here. */
    static TraceParent begin() {
        return new TraceParent(digits() + digits(), digits(), NOT_SAMPLED);
    }

    /** The same trace, with a name of its own for what is done here, §3.4. */
    TraceParent next() {
        return new TraceParent(traceId, digits(), flags);
    }

    /** Sixteen; all zeros means none. */
    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /** As it stands in the header. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
