package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/data.md}, held against the tables and indexes that the migrations leave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DataTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern WORD = Pattern.compile("`([A-Za-z_]+)`");

    /**
     * Of SQL, what comes into being and goes: {@code create unique index a}, {@code drop table b}.
     */
    private static final Pattern CHANGE =
            Pattern.compile(
                    "^\\s*(create|drop)\\s+(?:unique\\s+)?(table|index)\\s+"
                            + "(?:concurrently\\s+)?(?:if exists\\s+)?(\\w+)");

    @ParameterizedTest
    @ValueSource(
            strings = {"registry-service", "authorization-service", "token-service", "movies-api"})
    void every_table_of_a_service_is_listed_and_no_other(String service) throws IOException {
        assertThat(rows(service).keySet())
                .as("the tables of %s in docs/data.md", service)
                .containsExactlyInAnyOrderElementsOf(left(service, "table"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"registry-service", "authorization-service", "token-service", "movies-api"})
    void every_index_that_is_named_is_there(String service) throws IOException {
        Set<String> there = left(service, "index");
        left(service, "table").forEach(table -> there.add(table + "_pkey"));

        rows(service)
                .forEach((table, row) ->
                        assertThat(there)
                                .as("the indexes of %s", table)
                                .containsAll(words(row.get(5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "authorization-service", "token-service"})
    void every_class_that_cleans_up_is_there(String service) throws IOException {
        List<String> code = classes("kit");
        code.addAll(classes(service));

        rows(service)
                .forEach((table, row) ->
                        assertThat(code).as("who cleans %s", table).containsAll(words(row.get(4))));
    }

    @Test
    void what_a_stranger_can_fill_is_cleaned_by_an_index() throws IOException {
        for (String service : List.of("authorization-service", "token-service")) {
            rows(service)
                    .forEach((table, row) ->
                            assertThat(words(row.get(5))).as("indexes of %s", table).isNotEmpty());
        }
    }

    /** The rows of a service's list, by table; each with its cells from the first on. */
    private static Map<String, List<String>> rows(String service) throws IOException {
        String list = Files.readString(ROOT.resolve("docs/data.md"));
        int begin = list.indexOf("\n## " + service + "\n");
        int end = list.indexOf("\n## ", begin + 1);
        var rows = new LinkedHashMap<String, List<String>>();
        list.substring(begin, end < 0 ? list.length() : end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(1).split("\\|", -1)))
                .forEach(cells -> rows.put(words(cells.getFirst()).getFirst(), cells));
        return rows;
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).toList();
    }

    /** The tables or indexes that all migrations of a service together leave. */
    private static Set<String> left(String service, String what) throws IOException {
        var left = new TreeSet<String>();
        for (Path migration : Migrations.of(service)) {
            for (String line : Files.readAllLines(migration)) {
                var change = CHANGE.matcher(line);
                if (change.find() && change.group(2).equals(what)) {
                    var _ =
                            change.group(1).equals("create")
                                    ? left.add(change.group(3))
                                    : left.remove(change.group(3));
                }
            }
        }
        return left;
    }

    private static List<String> classes(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.substring(0, name.length() - ".java".length()))
                            .toList());
        }
    }
}
