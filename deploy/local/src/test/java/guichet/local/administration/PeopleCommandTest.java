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

/** The command against an issuer that answers as ours does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIA =
            """
            {"id": "5ae6a8dd", "username": "pia", "name": "Pia P.", "email": "pia@people.example",
             "email_verified": true, "roles": ["critic", "editor"], "groups": [], "blocked": true, "sessions": 0}\
            """;

    private final Terminal terminal = new Terminal("people");
    private Issuer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = new Issuer("/admin/people", PeopleCommandTest::answer);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void a_person_is_made_and_the_link_is_shown() {
        assertThat(run("create", "pia", "pia@people.example", "Pia", "P.")).isZero();

        assertThat(issuer.calls())
                .containsExactly(
                        "POST /admin/people"
                                + " {\"username\":\"pia\",\"email\":\"pia@people.example\",\"name\":\"Pia"
                                + " P.\"}");
        assertThat(terminal.out()).contains("pia chooses", "http://localhost/link");
    }

    @Test
    void a_link_is_mailed_when_that_is_asked_for() {
        assertThat(run("reset", "--mail", "pia")).isZero();

        assertThat(issuer.calls())
                .containsExactly("POST /admin/people/pia/password-reset?mail=true");
        assertThat(terminal.out()).contains("mailed to pia@people.example");
    }

    @Test
    void a_person_is_shown_blocked_and_unblocked() {
        assertThat(run("show", "pia")).isZero();
        assertThat(run("block", "pia")).isZero();
        assertThat(run("unblock", "p/ia")).isZero();

        assertThat(issuer.calls())
                .containsExactly(
                        "GET /admin/people/pia",
                        "PUT /admin/people/pia/block",
                        "DELETE /admin/people/p%2Fia/block");
        assertThat(terminal.out())
                .contains("Pia P.", "pia@people.example, verified", "blocked   yes");
    }

    @Test
    void an_address_that_nobody_has_shown_to_be_theirs_is_told_as_such() {
        assertThat(run("show", "ann")).isZero();

        assertThat(terminal.out()).contains("pia@people.example, not verified");
    }

    @Test
    void it_is_said_which_roles_and_groups_a_person_has() {
        assertThat(run("roles", "pia", "critic", "editor")).isZero();
        assertThat(run("groups", "pia")).isZero();

        assertThat(issuer.calls())
                .containsExactly(
                        "PUT /admin/people/pia/roles [\"critic\",\"editor\"]",
                        "PUT /admin/people/pia/groups []");
        assertThat(terminal.out()).contains("roles     critic editor", "groups    none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "block", "unblock", "roles", "groups"})
    void a_program_reads_a_person_as_the_api_answers(String verb) throws IOException {
        assertThat(run(verb, "pia", "--json")).isZero();

        assertThat(JSON.readTree(terminal.out())).isEqualTo(JSON.readTree(PIA));
    }

    @Test
    void a_program_reads_the_link_to_a_password_as_the_api_answers() throws IOException {
        assertThat(run("reset", "pia", "--json")).isZero();

        assertThat(JSON.readTree(terminal.out()).path("link").asText())
                .isEqualTo("http://localhost/link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create pia",
                "create pia pia@people.example",
                "block",
                "burn pia",
                "show pia --mail"
            })
    void words_that_make_no_sense_are_answered_with_the_usage(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);

        assertThat(terminal.err()).contains("Usage: ./guichet people");
        assertThat(issuer.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "block", "unblock", "reset"})
    void of_a_name_that_nobody_has_it_is_said_so(String verb) {
        assertThat(run(verb, "unknown")).isEqualTo(1);

        assertThat(terminal.err())
                .isEqualTo(
                        "./guichet people %s: there is no person of this name%n".formatted(verb));
    }

    private int run(String... words) {
        return terminal.run(issuer.environment(), words);
    }

    private static String answer(String call) {
        if (call.endsWith("/ann")) {
            return PIA.replace("verified\": true", "verified\": false");
        }
        if (call.contains("mail=true")) {
            return "{\"username\": \"pia\", \"mailed_to\": \"pia@people.example\"}";
        }
        return call.startsWith("POST")
                ? "{\"username\": \"pia\", \"link\": \"http://localhost/link\"}"
                : PIA;
    }
}
