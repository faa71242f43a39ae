package guichet.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Linux' {@code /proc}, see proc(5). */
final class Proc {
    private static final Path PROC = Path.of("/proc");

    /** In which it counts: USER_HZ, which is the same on all machines that we know. */
    static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** The lines of a file; none if its process has ended. */
    static List<String> lines(String file) {
        try {
            return Files.readAllLines(PROC.resolve(file));
        } catch (IOException _) {
            return List.of();
        }
    }

    /** The number behind a word such as {@code VmRSS:}, 0 if there is none. */
    static long number(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.replaceAll("\\D+", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** The fields of a process's {@code stat} after its name, which may have spaces. */
    static Stream<String> stat(long pid) {
        return lines(pid + "/stat").stream()
                .map(line -> line.substring(line.lastIndexOf(')') + 2))
                .flatMap(line -> Stream.of(line.split(" ")));
    }

    /** The text of a file that is always there. */
    static String text(String file) {
        try {
            return Files.readString(PROC.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
