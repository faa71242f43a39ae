package guichet.system.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version before this one, built from the commit that {@code docs/releasing.md} names. */
final class LastRelease {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COMMIT = Pattern.compile("`([0-9a-f]{40})`");

    private LastRelease() {}

    /** Its checkout; built once, for as long as {@code target} is there. */
    static Path built() throws IOException, InterruptedException {
        String commit = commit();
        Path folder = ROOT.resolve("system-tests/target/release-" + commit);
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Path archive = folder.resolve("sources.tar");
            Command.run(ROOT, List.of("git", "archive", "--output", archive.toString(), commit));
            Command.run(folder, List.of("tar", "--extract", "--file", archive.toString()));
        }
        Command.run(folder, List.of(folder.resolve("guichet").toString(), "build"));
        return folder;
    }

    private static String commit() throws IOException {
        Matcher commit = COMMIT.matcher(Files.readString(ROOT.resolve("docs/releasing.md")));
        if (!commit.find()) {
            throw new AssertionError("docs/releasing.md names no commit");
        }
        return commit.group(1);
    }
}
