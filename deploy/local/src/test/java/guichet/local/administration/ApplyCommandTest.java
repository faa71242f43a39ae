package guichet.local.administration;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands {@code apply} and {@code export}; with our registry, in the system tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplyCommandTest {
    private static final String SEATS = "resources:\n  - {name: seats, title: Seats}\n";
    private static final String KIOSK = "applications:\n  - {name: kiosk, client_name: Kiosk}\n";
    private static final int DRIFT = 3;

    private final Terminal terminal = new Terminal();
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
    void what_a_file_says_is_made_and_applied_twice_changes_nothing() throws IOException {
        assertThat(apply(SEATS)).isZero();
        assertThat(apply(SEATS)).isZero();

        assertThat(registry.changes()).containsExactly("POST /admin/resources");
        assertThat(terminal.out()).contains("+ API seats", "nothing to change");
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() throws IOException {
        assertThat(apply(SEATS, "--dry-run")).isEqualTo(DRIFT);
        assertThat(registry.changes()).isEmpty();

        apply(SEATS);
        assertThat(apply(SEATS, "--dry-run")).isZero();
        assertThat(apply(SEATS.replace("title: Seats", "title: Places"), "--dry-run"))
                .isEqualTo(DRIFT);

        assertThat(registry.changes()).hasSize(1);
        assertThat(terminal.out()).contains("~ API seats", "title: \"Seats\" -> \"Places\"");
    }

    @Test
    void what_changed_is_changed() throws IOException {
        apply(SEATS);

        assertThat(apply(SEATS.replace("title: Seats", "title: Places"))).isZero();

        assertThat(registry.changes()).last().isEqualTo("PUT /admin/resources/seats");
        assertThat(registry.apis().get("seats").get("title").asText()).isEqualTo("Places");
    }

    @Test
    void what_is_not_in_the_file_is_left_alone_unless_it_is_pruned_and_what_is_declared_always()
            throws IOException {
        apply(SEATS);
        assertThat(apply("resources: []")).isZero();
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");

        assertThat(apply("resources: []", "--prune", "--dry-run")).isEqualTo(DRIFT);
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");

        assertThat(apply("resources: []", "--prune")).isZero();
        assertThat(registry.apis()).containsOnlyKeys("movies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "resources: [{name: seats, title: Seats}]"})
    void of_what_a_file_does_not_speak_nothing_is_pruned(String file) throws IOException {
        apply(SEATS + KIOSK);

        assertThat(apply(file, "--prune")).isZero();

        assertThat(registry.apps()).containsOnlyKeys("kiosk");
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");
    }

    @Test
    void an_empty_list_says_that_there_are_none() throws IOException {
        apply(SEATS + KIOSK);

        assertThat(apply(SEATS + "applications: []", "--prune")).isZero();

        assertThat(registry.apps()).isEmpty();
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");
    }

    @Test
    void nothing_is_pruned_before_all_of_the_file_is_accepted() throws IOException {
        apply(SEATS + KIOSK);
        registry.refuses("stalls");
        String others =
                "resources: [{name: stalls, title: Stalls}]\napplications: [{name: stall}]\n";

        assertThat(apply(others, "--prune")).isEqualTo(1);

        assertThat(terminal.err()).contains("not stalls", "nothing was deleted");
        assertThat(registry.apps()).containsOnlyKeys("kiosk", "stall");
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");
        assertThat(registry.changes()).noneMatch(it -> it.startsWith("DELETE"));
    }

    @Test
    void of_an_application_whose_making_is_not_answered_it_says_that_its_secret_is_unknown()
            throws IOException {
        registry.losesAnswers();

        assertThat(apply(KIOSK)).isEqualTo(1);

        assertThat(terminal.err())
                .contains(
                        "application kiosk: no answer came to its making",
                        "it is there, and its secret was shown to nobody",
                        "./guichet apps secret kiosk");
        assertThat(apply(KIOSK)).isZero();
    }

    @Test
    void what_is_refused_is_told_and_the_rest_is_done() throws IOException {
        registry.refuses("stalls");
        String both = SEATS + "  - {name: stalls, title: Stalls}\n";

        assertThat(apply(both, "--dry-run")).isEqualTo(DRIFT);
        assertThat(terminal.out()).contains("+ API seats", "+ API stalls", "not stalls");
        assertThat(registry.changes()).isEmpty();

        assertThat(apply(both)).isEqualTo(1);
        assertThat(terminal.err()).contains("not stalls");
        assertThat(registry.apis()).containsOnlyKeys("movies", "seats");

        assertThat(apply(both, "--dry-run")).isEqualTo(1);
    }

    @Test
    void what_has_to_wait_for_the_rest_of_the_file_is_done_after_it() throws IOException {
        registry.refusesBefore("seats", "circle");

        assertThat(
                        apply(
                                "resources:\n  - {name: circle, title: Circle}\n"
                                        + "  - {name: seats, title: Seats}\n"))
                .isZero();

        assertThat(registry.apis()).containsOnlyKeys("circle", "movies", "seats");
    }

    @Test
    void texts_that_look_like_something_else_are_exported_as_texts() throws IOException {
        apply(SEATS.replace("Seats}", "'2026'}"));
        var another = new Terminal("export");
        another.run(registry.environment());

        assertThat(another.out()).contains("title: \"2026\"");
        assertThat(apply(another.out(), "--dry-run")).isZero();
    }

    @Test
    void what_is_exported_changes_nothing_when_it_is_applied() throws IOException {
        apply(SEATS);
        var another = new Terminal("export");
        assertThat(another.run(registry.environment())).isZero();

        assertThat(apply(another.out(), "--dry-run")).isZero();

        assertThat(another.out()).contains("name: seats").doesNotContain("movies", "version");
    }

    @ParameterizedTest
    @CsvSource({
        "'resorces: []', resorces is not known here",
        "'resources: seats', resources must be a list",
        "'resources:', resources must be a list",
        "'resources: [{title: Seats}]', each needs a name",
        "'resources: [{name: a}, {name: a}]', a is there twice",
        "'- seats', must hold one YAML object",
        "'resources: []\n---\nresources: []', is no YAML",
        "'{resources: [], resources: []}', is no YAML",
        "'resources: [', is no YAML"
    })
    void a_file_that_makes_no_sense_changes_nothing(String file, String fault) throws IOException {
        assertThat(apply(file)).isEqualTo(1);

        assertThat(terminal.err()).contains(fault);
        assertThat(registry.changes()).isEmpty();
    }

    private int apply(String content, String... options) throws IOException {
        Path file = folder.resolve("guichet.yaml");
        Files.writeString(file, content);
        var words = new ArrayList<>(List.of("apply", "-f", file.toString()));
        words.addAll(List.of(options));
        return terminal.run(registry.environment(), words.toArray(String[]::new));
    }
}
