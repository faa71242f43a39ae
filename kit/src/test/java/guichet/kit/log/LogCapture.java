package guichet.kit.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that anybody logs at DEBUG or above, with stack traces, until closed. */
public final class LogCapture extends Handler implements AutoCloseable {
    /** The HTTP client of the test itself, which logs what it sends. */
    private static final String CALLER = "org.apache.http";

    private static final Logger ROOT = Logger.getLogger("");

    /** Which has a console of its own. */
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");

    private final Level before = ROOT.getLevel();
    private final StringBuffer text = new StringBuffer();

    public LogCapture() {
        setLevel(Level.ALL);
        ROOT.setLevel(Level.FINE);
        ROOT.addHandler(this);
        AUDIT.addHandler(this);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLoggerName().startsWith(CALLER)) {
            return;
        }
        text.append(record.getLoggerName()).append(' ');
        text.append(ExtLogRecord.wrap(record).getFormattedMessage()).append('\n');
        if (record.getThrown() != null) {
            var trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        AUDIT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
