package guichet.local.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.terminal.Terminal;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InitialAccessTokensCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/admin/initial-access-tokens";
    private static final String TOKENS =
            "{\"tokens\": [{\"id\": \"the-id\", \"note\": \"for partners\", \"uses_left\": 2}]}";

    private final Terminal terminal = new Terminal("initial-access-tokens");
    private Issuer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = new Issuer(PATH, InitialAccessTokensCommandTest::answer);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void one_is_made_and_shown() {
        assertThat(run("create", "--uses", "3", "--note", "partners")).isZero();

        assertThat(issuer.calls())
                .containsExactly("POST " + PATH + " {\"uses\":3,\"note\":\"partners\"}");
        assertThat(terminal.out()).contains("the-id", "gia_the-token");
    }

    @Test
    void they_are_listed() {
        assertThat(run("list")).isZero();

        assertThat(issuer.calls()).containsExactly("GET " + PATH);
        assertThat(terminal.out()).contains("the-id", "never", "2", "for partners");
    }

    @Test
    void a_program_reads_them_as_the_api_answers() throws IOException {
        assertThat(run("list", "--json")).isZero();

        assertThat(JSON.readTree(terminal.out())).isEqualTo(JSON.readTree(TOKENS));
    }

    @Test
    void a_program_reads_a_new_one_as_the_api_answers() throws IOException {
        assertThat(run("create", "--json")).isZero();

        assertThat(JSON.readTree(terminal.out()).path("initial_access_token").asText())
                .isEqualTo("gia_the-token");
    }

    @Test
    void one_is_revoked() {
        assertThat(run("revoke", "the-id")).isZero();

        assertThat(issuer.calls()).containsExactly("DELETE " + PATH + "/the-id");
    }

    @Test
    void of_one_that_is_not_there_it_is_said_so() {
        assertThat(run("revoke", "unknown")).isEqualTo(1);

        assertThat(terminal.err()).contains("there is no token of this ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn",
                "list all",
                "revoke",
                "create --uses",
                "create --uses many",
                "create --uses -1"
            })
    void words_that_make_no_sense_ask_for_nothing(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(issuer.calls()).isEmpty();
    }

    @Test
    void an_option_that_is_not_there_asks_for_nothing() {
        assertThat(run("create", "--colour", "red")).isEqualTo(2);

        assertThat(issuer.calls()).isEmpty();
    }

    private int run(String... words) {
        return terminal.run(issuer.environment(), words);
    }

    private static String answer(String call) {
        return call.startsWith("GET")
                ? TOKENS
                : "{\"id\": \"the-id\", \"initial_access_token\": \"gia_the-token\"}";
    }
}
