package guichet.bench.machine;

import guichet.bench.load.Load;
import guichet.bench.load.Wrk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the machine can do at most, measured by what every server of this kind does: the rest of a
 * measurement is read against it. Measured before and after, since machines have neighbours.
 *
 * @param each how long each is measured
 * @param folder on the disk that the database is on
 */
public record Limits(Path folder, Wrk wrk, Duration each) {
    private static final int CONNECTIONS = 16;

    /** As they are now. */
    public List<Series> measure() {
        return List.of(
                Signatures.perSecond(each),
                Syncs.perSecond(folder, each),
                Hashing.milliseconds(each),
                emptyAnswers());
    }

    /** Again, beside what was measured before. */
    public List<Series> measureAgain(List<Series> before) {
        return measure().stream().map(now -> together(before, now)).toList();
    }

    private static Series together(List<Series> before, Series now) {
        List<Double> all =
                Stream.concat(before.stream(), Stream.of(now))
                        .filter(it -> it.name().equals(now.name()))
                        .flatMap(it -> it.values().stream())
                        .toList();
        return new Series(now.name(), now.unit(), all);
    }

    private Series emptyAnswers() {
        try (var server = EmptyServer.start()) {
            var load = Load.get(server.address(), Map.of());
            wrk.send(load, CONNECTIONS, each);
            return new Series(
                    "empty answers of Vert.x, %d connections".formatted(CONNECTIONS),
                    "/s",
                    List.of(wrk.send(load, CONNECTIONS, each).perSecond()));
        }
    }
}
