package guichet.local.stack;

import guichet.local.terminal.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second stack off the same data. The system takes it away from a process that dies. */
record DataLock(FileChannel channel) implements AutoCloseable {

    static DataLock on(Path data) {
        try {
            Files.createDirectories(data);
            var lock =
                    new DataLock(
                            FileChannel.open(
                                    data.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE));
            lock.take(data);
            return lock;
        } catch (IOException e) {
            throw new Failure("%s cannot be used: %s".formatted(data, e.getMessage()), e);
        }
    }

    private void take(Path data) throws IOException {
        if (tryLock() == null) {
            close();
            throw new Failure("a stack is already running on %s: stop it first".formatted(data));
        }
    }

    /** Null when anybody has it: another process, or another stack of this one. */
    private @Nullable Object tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
