package guichet.local.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command against a registry that answers as ours does; with ours, in the system tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApisCommandTest {
    private static final String[] SEATS = {
        "create",
        "seats",
        "--identifier",
        "http://localhost:9000",
        "--title",
        "Seats",
        "--scope",
        "seats:read=See the free seats"
    };

    private final Terminal terminal = new Terminal("apis");
    private Registry registry;

    @TempDir private Path folder;

    @BeforeEach
    void open() throws IOException {
        registry = new Registry();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void one_is_made_of_what_the_options_say() {
        assertThat(run(SEATS)).isZero();

        ObjectNode seats = seats();
        assertThat(seats.get("identifier").asText()).isEqualTo("http://localhost:9000");
        assertThat(seats.at("/scopes/0/name").asText()).isEqualTo("seats:read");
        assertThat(seats.at("/scopes/0/words/en").asText()).isEqualTo("See the free seats");
        assertThat(seats.at("/scopes/0/granted_to")).hasSize(2);
        assertThat(terminal.out()).contains("identifier: http://localhost:9000");
    }

    @Test
    void one_is_made_of_what_a_file_says() throws IOException {
        Path file = folder.resolve("seats.yaml");
        Files.writeString(
                file, "title: Seats\nscopes:\n  - {name: 'seats:read', words: {en: See}}\n");

        assertThat(run("create", "seats", "-f", file.toString())).isZero();

        assertThat(seats().at("/scopes/0/words/en").asText()).isEqualTo("See");
    }

    @Test
    void all_are_listed_with_who_made_them() {
        run(SEATS);

        assertThat(run("list")).isZero();

        assertThat(terminal.out())
                .containsPattern("movies .* settings")
                .containsPattern("seats .* API");
    }

    @Test
    void an_option_changes_what_it_names_and_leaves_the_rest() {
        run(SEATS);

        assertThat(run("update", "seats", "--title", "Places", "--scope", "seats:book=Book one"))
                .isZero();

        assertThat(seats().get("title").asText()).isEqualTo("Places");
        assertThat(seats().get("identifier").asText()).isEqualTo("http://localhost:9000");
        assertThat(seats().get("scopes")).hasSize(2);
        assertThat(seats().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void other_words_for_a_scope_leave_who_may_have_it() {
        String[] forPeople = Arrays.copyOf(SEATS, SEATS.length + 2);
        forPeople[SEATS.length] = "--granted-to";
        forPeople[SEATS.length + 1] = "person";
        run(forPeople);

        run("update", "seats", "--scope", "seats:read=Look", "--default-scopes", "true");
        run("update", "seats", "--scope", "seats:read=Look at seats");

        assertThat(seats().at("/scopes/0/granted_to")).hasSize(1);
        assertThat(seats().at("/scopes/0/default").asBoolean()).isTrue();
        assertThat(seats().at("/scopes/0/words/en").asText()).isEqualTo("Look at seats");
    }

    @Test
    void one_is_deleted() {
        run(SEATS);

        assertThat(run("delete", "seats")).isZero();

        assertThat(registry.apis()).containsOnlyKeys("movies");
        assertThat(terminal.out()).endsWith("API seats is deleted%n".formatted());
    }

    @Test
    void what_was_granted_for_one_that_is_deleted_by_force_is_said_to_have_ended() {
        run(SEATS);
        registry.keepsInUse("seats");

        assertThat(run("delete", "seats")).isEqualTo(1);
        assertThat(terminal.err()).contains("it is used", "the option --force");

        assertThat(run("delete", "seats", "--force")).isZero();
        assertThat(terminal.out()).contains("seats is deleted, and what was granted");
    }

    @Test
    void of_one_that_is_not_there_it_is_said_so() {
        assertThat(run("show", "stalls")).isEqualTo(1);

        assertThat(terminal.err()).contains("there is no API of this name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn",
                "show",
                "create",
                "create seats --default maybe",
                "create seats --scope seats:read",
                "update seats --default-scopes true",
                "update seats --granted-to person",
                "update seats --access-token-lifetime soon"
            })
    void words_that_make_no_sense_ask_for_nothing(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(registry.changes()).isEmpty();
    }

    @Test
    void what_is_said_of_scopes_names_them() {
        assertThat(run("update", "seats", "--default-scopes", "true")).isEqualTo(2);

        assertThat(terminal.err()).contains("add --scope NAME=WORDS");
    }

    @ParameterizedTest
    @CsvSource({
        "scopes: none, scopes must be a list",
        "'scopes: [{name: seats:read, words: See}]', seats:read: words must be an object"
    })
    void a_file_of_other_kinds_of_values_is_told_so(String content, String fault)
            throws IOException {
        Path file = folder.resolve("seats.yaml");
        Files.writeString(file, content);

        assertThat(run("create", "seats", "-f", file.toString(), "--scope", "seats:read=See"))
                .isEqualTo(1);

        assertThat(terminal.err()).contains(fault);
        assertThat(registry.changes()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run("create", "seats", "-f", "nowhere.yaml")).isEqualTo(1);

        assertThat(terminal.err())
                .isEqualTo(
                        "./guichet apis create: nowhere.yaml cannot be read: there is no such file%n"
                                .formatted());
    }

    private ObjectNode seats() {
        return Objects.requireNonNull(registry.apis().get("seats"));
    }

    private int run(String... words) {
        return terminal.run(registry.environment(), words);
    }
}
