package guichet.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Lets everything through to the console, as plain text: what a server that we call, or whoever
 * calls us, put into it does not reach a terminal. Said once, in the settings that all services
 * share, so that nobody who logs has to think of it.
 */
@LoggingFilter(name = PlainLog.NAME)
public final class PlainLog implements Filter {
    static final String NAME = "plain";

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            String message = MESSAGE.format(extended);
            String plain = PlainText.of(message);
            if (!plain.equals(message)) {
                extended.setMessage(plain, FormatStyle.NO_FORMAT);
            }
        }
        if (record.getThrown() != null) {
            record.setThrown(PlainThrowable.of(record.getThrown()));
        }
        return true;
    }
}
