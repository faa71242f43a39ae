package guichet.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The events that are written until it is closed, as they are written. */
public final class AuditCapture extends Handler implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AuditLog.NAME);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public AuditCapture() {
        LOG.addHandler(this);
    }

    /** All that was written. */
    public List<String> lines() {
        return lines;
    }

    /** The events of this kind. */
    public List<JsonNode> events(AuditEvent event) {
        return lines.stream()
                .map(AuditCapture::read)
                .filter(it -> it.get("event").asText().equals(event.toString()))
                .toList();
    }

    /** The one event of this kind. */
    public JsonNode event(AuditEvent event) {
        List<JsonNode> found = events(event);
        if (found.size() != 1) {
            throw new AssertionError("one %s is expected in %s".formatted(event, lines));
        }
        return found.getFirst();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
