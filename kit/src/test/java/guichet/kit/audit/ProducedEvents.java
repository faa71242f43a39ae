package guichet.kit.audit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The events that the tests of a module saw, in the log that the profile test writes. */
public final class ProducedEvents {
    private static final Path LOG = Path.of("target/audit.log");
    private static final Path LISTED = Path.of("src/test/resources/audit.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, AuditEvent> EVENTS =
            Stream.of(AuditEvent.values())
                    .collect(toMap(AuditEvent::toString, Function.identity()));

    private static final List<String> OF_ALL =
            List.of("timestamp", "loggerName", "service", "event", "outcome");

    private static final List<String> OF_REQUESTS = List.of("network", "trace_id");

    private ProducedEvents() {}

    /** Each event that the module lists is there with all that it may say; none says more. */
    public static void assertComplete() throws IOException {
        assertThat(LOG).as("run all tests of the module: this one reads what they left").exists();
        var seen = new TreeSet<String>();
        for (String line : Files.readAllLines(LOG)) {
            JsonNode event = JSON.readTree(line);
            String name = event.get("event").asText();
            Set<String> members = members(event);
            assertThat(EVENTS).containsKey(name);
            assertThat(members).as(line).containsAll(OF_ALL).isSubsetOf(possible(EVENTS.get(name)));
            members.forEach(it -> seen.add(name + ": " + it));
        }

        assertThat(seen)
                .as("each event of %s needs a test, and all that it says one", LISTED)
                .containsAll(listed());
    }

    private static List<String> listed() throws IOException {
        var all = new ArrayList<String>();
        for (String name : Files.readAllLines(LISTED)) {
            assertThat(EVENTS).containsKey(name);
            all.add(name + ": event");
            EVENTS.get(name).fields().forEach(field -> all.add(name + ": " + field));
        }
        return all;
    }

    private static Set<String> members(JsonNode event) {
        var members = new TreeSet<String>();
        event.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static Set<String> possible(AuditEvent event) {
        var members = new TreeSet<String>(OF_ALL);
        members.addAll(OF_REQUESTS);
        event.fields().forEach(field -> members.add(field.toString()));
        return members;
    }
}
