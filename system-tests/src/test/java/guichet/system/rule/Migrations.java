package guichet.system.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The migrations of a service that are run once, in their order. */
final class Migrations {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");

    private Migrations() {}

    static List<Path> of(String service) throws IOException {
        try (Stream<Path> files =
                Files.list(ROOT.resolve(service + "/src/main/resources/db/migration"))) {
            return files.filter(file -> version(file) > 0)
                    .sorted(Comparator.comparingInt(Migrations::version))
                    .toList();
        }
    }

    /** Zero for one that is repeated, which makes no table. */
    static int version(Path migration) {
        var version = VERSION.matcher(migration.getFileName().toString());
        return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    }
}
