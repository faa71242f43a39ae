package guichet.system.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.settings.Settings;
import guichet.local.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The table of docs/settings.md, held against what the services as built read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ROW = Pattern.compile("\\| (`GUICHET_.*?) \\| (.*?) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([A-Z_<>]+)`");

    private static final Map<String, Set<Service>> WORDS =
            Map.of(
                    "all", Service.withDatabase(),
                    "registry", Set.of(Service.REGISTRY),
                    "authorization", Set.of(Service.AUTHORIZATION),
                    "token", Set.of(Service.TOKEN),
                    "movies-app", Set.of(Service.MOVIES_APP),
                    "an API", Set.of(Service.MOVIES));

    /** What a service says of its own endpoints in its own properties. */
    private static final Set<String> OF_THE_CODE =
            Set.of(
                    "GUICHET_CROSS_ORIGIN_PATHS",
                    "GUICHET_INTERNAL_LISTENER_PATHS",
                    "GUICHET_ISSUES_TOKENS",
                    "GUICHET_RESOURCE_NAME",
                    "GUICHET_RESOURCE_SCOPES");

    private final Settings settings = Settings.ofBuilt(ROOT);

    @Test
    void a_service_reads_what_the_table_says_that_it_reads() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThan(40);
        for (Row row : rows) {
            for (Service service : row.services()) {
                assertThat(settings.of(service).contains(row.variable()))
                        .as("%s by %s", row.variable(), service)
                        .isTrue();
            }
        }
    }

    @Test
    void the_table_has_all_that_a_service_reads() throws IOException {
        var told = new TreeSet<String>();
        rows().forEach(row -> told.add(row.variable()));

        for (Service service : Service.values()) {
            assertThat(settings.of(service).variables())
                    .as("what %s reads", service)
                    .filteredOn(variable -> !OF_THE_CODE.contains(variable))
                    .isSubsetOf(told);
        }
    }

    private List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/settings.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                variables(row.group(1))
                        .forEach(variable -> rows.add(new Row(variable, services(row.group(2)))));
            }
        }
        return rows;
    }

    /** Of {@code `GUICHET_SESSION_LIFETIME`, `_IDLE`} the second begins as the first does. */
    private Stream<String> variables(String cell) {
        List<String> names = NAME.matcher(cell).results().map(found -> found.group(1)).toList();
        return names.stream()
                .map(name -> name.startsWith("_") ? sibling(names.getFirst(), name) : name)
                .map(name -> name.replace("<NAME>", "ANYBODY"));
    }

    private String sibling(String first, String end) {
        String name = first;
        do {
            name = name.substring(0, name.lastIndexOf('_'));
        } while (!isRead(name + end));
        return name + end;
    }

    private boolean isRead(String variable) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> settings.of(service).contains(variable));
    }

    private static Set<Service> services(String cell) {
        return Stream.of(cell.split(", "))
                .filter(word -> !word.startsWith("`")) // a command
                .flatMap(word -> requireNonNull(WORDS.get(word), word).stream())
                .collect(Collectors.toSet());
    }

    private record Row(String variable, Set<Service> services) {}
}
