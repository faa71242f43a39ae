package guichet.kit.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The golden files, today's and those of the versions that were released. */
public final class GoldenFiles {
    /** As seen from the folder of a module, where its tests run. */
    public static final Path FOLDER = Path.of("../docs/internal-api");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";
    private static final String TODAY = "";

    private GoldenFiles() {}

    /** Today's words, and those of each released version that had this exchange. */
    public static Stream<Golden> ofEachVersion(Path folder, String name) {
        return Stream.concat(
                Stream.of(read(folder, TODAY, name)),
                versions(folder)
                        .filter(it -> Files.exists(folder.resolve(it).resolve(name + SUFFIX)))
                        .map(it -> read(folder, it, name)));
    }

    /** All of today's, and with them each of the released versions'. */
    public static Stream<Golden> all(Path folder) {
        return Stream.concat(Stream.of(TODAY), versions(folder))
                .flatMap(version ->
                        children(folder.resolve(version))
                                .filter(it -> it.endsWith(SUFFIX))
                                .map(it -> it.substring(0, it.length() - SUFFIX.length()))
                                .map(it -> read(folder, version, it)));
    }

    static Golden read(Path folder, String version, String name) {
        try {
            Path file = folder.resolve(version).resolve(name + SUFFIX);
            return new Golden(version, name, JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> versions(Path folder) {
        return children(folder).filter(it -> Files.isDirectory(folder.resolve(it)));
    }

    private static Stream<String> children(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
