package guichet.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** How often the disk takes a page for good: what every commit waits for, alone or with others. */
final class Syncs {
    private static final int PAGE = 8192;

    private Syncs() {}

    static Series perSecond(Path folder, Duration duration) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), "sync", null);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                double rate =
                        Repeating.perSecond(
                                duration,
                                () -> {
                                    channel.write(ByteBuffer.allocate(PAGE));
                                    channel.force(false);
                                });
                return new Series("fdatasync after 8 KiB", "/s", List.of(rate));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
