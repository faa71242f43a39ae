package guichet.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Where events are written to: the log {@code guichet.audit}, a line of JSON each. On the console
 * it is the event alone, in every profile; as the message of an ordinary line it would be text in
 * text.
 */
@Singleton
class AuditLog {
    static final String NAME = "guichet.audit";

    /** What strangers chose stays in its line, whatever shows it. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Logger LOG = Logger.getLogger(NAME);

    private final String service;
    private final Handler console = new ConsoleHandler(new PatternFormatter("%s%n"));

    AuditLog(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        LOG.setUseParentHandlers(false);
        LOG.addHandler(console);
    }

    void write(AuditRecord event) {
        try {
            LOG.log(Level.INFO, JSON.writeValueAsString(event.members(service)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    @PreDestroy
    void close() {
        LOG.removeHandler(console);
    }
}
