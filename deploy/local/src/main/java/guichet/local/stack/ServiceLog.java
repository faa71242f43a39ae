package guichet.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service writes from one start on; its file has the starts before, too.
 *
 * @param start how much was in the file before
 */
record ServiceLog(Path file, long start) {
    private static final int LAST_WORDS = 20;

    static ServiceLog fromNow(Path file) throws IOException {
        return new ServiceLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** What it has written since then, or why that is not known. */
    List<String> lines() {
        try (InputStream text = Files.newInputStream(file)) {
            text.skipNBytes(start);
            return new String(text.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("(" + e.getMessage() + ")");
        }
    }

    /** The end of it. */
    String lastWords() {
        List<String> lines = lines();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }
}
