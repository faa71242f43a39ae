package guichet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guichet.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What words are taken, and what is said of others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @CsvSource({
        "upp, ./guichet",
        "keys lst, ./guichet keys",
        "keys list all, ./guichet keys list",
        "keys list --colour, ./guichet keys list",
        "up --frehs, ./guichet up",
        "demo all, ./guichet demo",
        "build all, ./guichet build",
        "upp --help, ./guichet",
        "keys lst --help, ./guichet keys",
        "help upp, ./guichet"
    })
    void of_unknown_words_is_said_what_is_wrong_and_then_the_usage(String words, String command) {
        assertThat(run(words)).isEqualTo(2);

        String wrong = Stream.of(words.split(" ")).filter(it -> !isHelp(it)).toList().getLast();
        assertThat(terminal.err()).contains("'" + wrong + "'");
        assertThat(terminal.err()).containsSubsequence("Un", wrong, "Usage: " + command + " ");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "peeple, people",
        "keys lst, keys list",
        "keys list --jsn, --json",
        "up --frehs, --fresh"
    })
    void who_mistypes_is_told_what_may_have_been_meant(String words, String meant) {
        assertThat(run(words)).isEqualTo(2);

        assertThat(terminal.err()).containsPattern("(Did you mean|Possible solutions): .*" + meant);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_has_help_that_names_its_words(CommandLine command) {
        String path = command.getCommandSpec().qualifiedName().substring("./guichet".length());

        assertThat(run((path + " --help").strip())).isZero();

        var words = new ArrayList<>(List.of("Usage: ./guichet" + path + " "));
        words.addAll(command.getSubcommands().keySet());
        command.getCommandSpec().args().forEach(word -> words.add(name(word)));
        assertThat(terminal.out()).contains(words);
    }

    private static Stream<CommandLine> commands() {
        return all(Main.commands(Map.of(), Path.of("")));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(MainTest::all));
    }

    private static String name(ArgSpec word) {
        return word instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : word.paramLabel();
    }

    @Test
    void help_shows_the_help_of_what_follows() {
        assertThat(run("help keys rotate")).isZero();

        assertThat(terminal.out()).startsWith("Usage: ./guichet keys rotate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "status",
                "logs",
                "stop",
                "start",
                "down",
                "build",
                "install",
                "test",
                "fuzz",
                "bench",
                "lint",
                "keys",
                "apis",
                "apps",
                "completion",
                "version"
            })
    void the_usage_names(String command) {
        assertThat(run("--help")).isZero();

        assertThat(terminal.out()).containsPattern("\n  " + command + " ");
    }

    @Test
    void help_is_given_whatever_the_environment_holds() {
        var environment = Map.of("GUICHET_ISSUER", "no address", "GUICHET_API", ":");

        assertThat(terminal.run(environment, "demo", "--help")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GUICHET_ISSUER, no address, demo",
        "GUICHET_ISSUER, localhost:8080, demo",
        "GUICHET_ISSUER, localhost, demo",
        "GUICHET_ISSUER, http://local_host:8080, apis list",
        "GUICHET_API, ':', demo",
        "GUICHET_API, http://localhost:8090/?a=b, demo"
    })
    void an_address_that_is_none_is_told_in_one_sentence(
            String variable, String value, String words) {
        var environment = Map.of(variable, value, "GUICHET_ADMINISTRATOR_SECRET", "a-secret");

        assertThat(terminal.run(environment, words.split(" "))).isEqualTo(2);

        assertThat(terminal.err().lines())
                .singleElement(STRING)
                .contains(variable + " is " + value + ": say a web address");
    }

    @Test
    void no_words_are_answered_with_the_usage() {
        assertThat(terminal.run(Map.of())).isEqualTo(2);

        assertThat(terminal.err()).contains("Missing", "Usage: ./guichet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "test one two", "fuzz", "fuzz 10", "bench", "build", "install"})
    void a_script_that_is_not_there_is_named(String words) {
        assertThat(run(words)).isEqualTo(1);

        assertThat(terminal.err()).contains("nowhere/guichet cannot be run");
    }

    @Test
    void the_version_is_the_project_s() throws IOException {
        assertThat(run("version")).isZero();

        String project = Files.readString(Path.of("").toAbsolutePath().resolve("../../pom.xml"));
        String version =
                terminal.out().lines().findFirst().orElseThrow().substring("Guichet ".length());
        assertThat(project).contains("<revision>" + version + "</revision>");
    }

    @ParameterizedTest
    @CsvSource({"sta, status start", "stop t, token-service", "keys r, rotate"})
    void bash_completes_words(String words, String completed) throws Exception {
        assertThat(run("completion")).isZero();
        String script =
                """
                %s
                COMP_WORDS=(./guichet %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="./guichet %2$s"
                COMP_POINT=${#COMP_LINE}
                _complete_guichet
                echo "completed: ${COMPREPLY[*]}"
                """
                        .formatted(terminal.out(), words);
        var bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
        bash.outputWriter().append(script).close();

        assertThat(bash.inputReader().lines()).contains("completed: " + completed);
    }

    private int run(String words) {
        return terminal.run(Map.of(), words.split(" "));
    }

    private static boolean isHelp(String word) {
        return word.equals("--help");
    }
}
