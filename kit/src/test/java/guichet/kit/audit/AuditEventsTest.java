package guichet.kit.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event has its paragraph and its example, and some module whose tests have to see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditEventsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern DESCRIBED =
            Pattern.compile("(?m)^#### ([a-z-]+)\\n\\S.*\\n```json\\n(\\{.*})\\n```$");

    /** Whose services tell; each lists what its tests have to see told. */
    private static final List<String> TELLING =
            List.of("registry-service", "authorization-service", "token-service");

    /** Of no service in particular: the tests of this module see them. */
    private static final Set<String> OF_THE_KIT =
            Set.of(AuditEvent.MESSAGE_GIVEN_UP.toString(), AuditEvent.FAILURES_LEFT_OUT.toString());

    @Test
    void all_events_are_described_and_no_others() throws IOException {
        assertThat(examples().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AuditEvent.values()).map(AuditEvent::toString).toList());
    }

    @ParameterizedTest
    @EnumSource
    void an_example_has_all_that_the_event_may_say(AuditEvent event) throws IOException {
        JsonNode example = requireNonNull(examples().get(event.toString()));
        var members = new ArrayList<>(List.of("event", "outcome"));
        event.fields().forEach(field -> members.add(field.toString()));

        assertThat(example.fieldNames()).toIterable().containsExactlyElementsOf(members);
        assertThat(example.get("event").asText()).isEqualTo(event.toString());
        assertThat(example.get("outcome").asText()).isEqualTo(event.outcome().toString());
    }

    @ParameterizedTest
    @EnumSource
    void what_an_event_can_say_is_said_by_one(AuditField field) {
        assertThat(AuditEvent.values()).anyMatch(event -> event.fields().contains(field));
    }

    @Test
    void every_event_is_produced_by_the_tests_of_a_module() throws IOException {
        Set<String> produced = new TreeSet<>(OF_THE_KIT);
        for (String module : TELLING) {
            Path list = ROOT.resolve(module).resolve("src/test/resources/audit.txt");
            produced.addAll(Files.readAllLines(list));
        }

        assertThat(produced)
                .as("each event needs a test in which it is told, and a line in an audit.txt")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AuditEvent.values()).map(AuditEvent::toString).toList());
    }

    private static Map<String, JsonNode> examples() throws IOException {
        var examples = new HashMap<String, JsonNode>();
        var json = new ObjectMapper();
        var found = DESCRIBED.matcher(Files.readString(ROOT.resolve("docs/audit.md")));
        while (found.find()) {
            examples.put(found.group(1), json.readTree(found.group(2)));
        }
        return examples;
    }
}
