package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second stack off the same data. The system takes it away from a process that dies. */
record DataLock(FileChannel channel) implements AutoCloseable {

    static DataLock on(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(
                            data.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!take(channel)) {
                channel.close();
                throw new Failure(
                        "a stack is already running on %s: stop it first".formatted(data));
            }
            return new DataLock(channel);
        } catch (IOException e) {
            throw new Failure("%s cannot be used: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** False when anybody has it: another process, or another stack of this one. */
    private static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
