package guichet.token.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What we log as a fault of ours, until closed. */
public final class FaultLog extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("guichet");

    private final List<String> seen = new CopyOnWriteArrayList<>();

    public FaultLog() {
        OURS.addHandler(this);
    }

    public List<String> seen() {
        return seen;
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            seen.add(record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OURS.removeHandler(this);
    }
}
