package guichet.system.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that runs waits for a migration, {@code docs/releasing.md}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsTest {
    private static final Pattern MADE_HERE = Pattern.compile("create\\s+table\\s+(\\w+)");
    private static final Pattern INDEX =
            Pattern.compile("create\\s+(?:unique\\s+)?index\\s+(\\w+)\\s+on\\s+(\\w+)");
    private static final Pattern ALTERED = Pattern.compile("alter\\s+table\\s+(\\w+)");
    private static final Pattern BESIDE =
            Pattern.compile(
                    "drop index concurrently if exists (\\w+)"
                            + "|create (?:unique )?index concurrently (\\w+) on .*",
                    Pattern.DOTALL);
    private static final Pattern PATIENCE = Pattern.compile("set local lock_timeout = '1s'");

    /** The first since the rule: those before are released, or change nothing that is large. */
    @ParameterizedTest
    @CsvSource({
        "registry-service, 27",
        "authorization-service, 23",
        "token-service, 17",
        "movies-api, 3"
    })
    void nobody_waits_for_a_migration(String service, int first) throws IOException {
        for (Path migration : Migrations.of(service)) {
            if (Migrations.version(migration) >= first) {
                assertThat(faults(Files.readString(migration))).as(migration.toString()).isEmpty();
            }
        }
    }

    @Test
    void an_index_of_a_table_that_was_there_is_built_beside_those_who_write() {
        assertThat(faults("create index film_name on film (name);")).hasSize(1);
        assertThat(faults("create table film (name text); create index film_name on film (name);"))
                .isEmpty();
    }

    @Test
    void what_is_built_beside_others_is_alone_and_can_be_done_again() {
        String again =
                "drop index concurrently if exists a; create index concurrently a on film (name);";

        assertThat(faults(again)).isEmpty();
        assertThat(faults("create index concurrently a on film (name);")).hasSize(1);
        assertThat(
                        faults(
                                "create index concurrently a on film (name);"
                                        + " drop index concurrently if exists a;"))
                .hasSize(1);
        assertThat(faults(again + " update film set name = '';")).hasSize(1);
    }

    @Test
    void a_table_that_was_there_is_not_waited_for_long() {
        assertThat(faults("alter table film add column year int;")).hasSize(1);
        assertThat(
                        faults(
                                "set local lock_timeout = '1s';"
                                        + " alter table film add column year int;"))
                .isEmpty();
    }

    private static List<String> faults(String sql) {
        String statements = sql.replaceAll("--.*", "");
        return statements.contains("concurrently")
                ? besideOthers(statements)
                : Stream.concat(indexes(statements), alterations(statements)).toList();
    }

    /** No transaction holds them together: what was broken off begins again at the top. */
    private static List<String> besideOthers(String statements) {
        List<String> all =
                Stream.of(statements.split(";"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        return all.stream()
                .filter(it -> !BESIDE.matcher(it).matches() || !isDroppedBefore(it, all))
                .toList();
    }

    private static boolean isDroppedBefore(String statement, List<String> all) {
        var index = BESIDE.matcher(statement);
        return !index.matches()
                || index.group(2) == null
                || all.subList(0, all.indexOf(statement))
                        .contains("drop index concurrently if exists " + index.group(2));
    }

    private static Stream<String> indexes(String statements) {
        return INDEX.matcher(statements)
                .results()
                .filter(index -> !madeHere(statements).contains(index.group(2)))
                .map(index -> index.group(1) + " is to be built concurrently");
    }

    private static Stream<String> alterations(String statements) {
        if (PATIENCE.matcher(statements).find()) {
            return Stream.empty();
        }
        return ALTERED.matcher(statements)
                .results()
                .map(altered -> altered.group(1))
                .filter(table -> !madeHere(statements).contains(table))
                .map(table -> table + " is waited for without an end");
    }

    private static List<String> madeHere(String statements) {
        return MADE_HERE.matcher(statements).results().map(made -> made.group(1)).toList();
    }
}
