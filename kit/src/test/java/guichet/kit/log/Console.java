package guichet.kit.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** The console of the service under test. */
public final class Console {
    private Console() {}

    /** What it shows when this is logged with this failure; nothing if it lets it not through. */
    public static String shown(String message, Throwable failure) {
        var record = new ExtLogRecord(Level.WARN, message, FormatStyle.NO_FORMAT, "guichet.test");
        record.setThrown(failure);
        Handler console =
                Stream.of(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                        .filter(ConsoleHandler.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        return console.getFilter().isLoggable(record) ? console.getFormatter().format(record) : "";
    }
}
