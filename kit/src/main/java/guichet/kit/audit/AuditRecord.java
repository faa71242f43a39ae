package guichet.kit.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event that happened.
 *
 * @param origin where the request comes from that it happened in
 */
record AuditRecord(Instant at, AuditEvent event, List<Fact> facts, Origin origin) {
    /**
     * Where a request comes from.
     *
     * @param address of its sender, as far as it is known
     * @param traceId what it belongs to, over all services
     */
    record Origin(Optional<String> address, Optional<String> traceId) {}

    /** What is written, in the order in which it is read. */
    Map<String, String> members(String service) {
        var members = new LinkedHashMap<String, String>();
        members.put("timestamp", at.toString());
        members.put("loggerName", AuditLog.NAME);
        members.put("service", service);
        members.put("event", event.toString());
        members.put("outcome", event.outcome().toString());
        facts.forEach(
                fact -> fact.value().ifPresent(it -> members.put(fact.field().toString(), it)));
        origin.address().ifPresent(it -> members.put("network", it));
        origin.traceId().ifPresent(it -> members.put("trace_id", it));
        return members;
    }
}
