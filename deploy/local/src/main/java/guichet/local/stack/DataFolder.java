package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What a stack keeps between runs. */
record DataFolder(Path path) {
    private static final List<String> KEPT =
            List.of("postgres", "secrets.properties", "logs", "mail");

    /** Takes it all away; only for whoever has the lock. */
    void empty() {
        for (String part : KEPT) {
            if (Files.exists(path.resolve(part))) {
                delete(path.resolve(part));
            }
        }
    }

    private static void delete(Path part) {
        try (var files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Failure("%s cannot be emptied: %s".formatted(part, e.getMessage()), e);
        }
    }
}
