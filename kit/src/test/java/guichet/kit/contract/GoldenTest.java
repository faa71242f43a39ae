package guichet.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison with a golden file notices, and what not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenTest {
    private static final String SEATS =
            """
            {"path": "/internal/halls/h-1", "request": {"hall": "h-1"},
             "response": {"hall": "h-1", "seats": [{"row": 1, "free": true, "held_for": "alice"}, {"row": 2, "free": false}],
                          "words": {"en": "Hall"}},
             "optional": {"response.seats[].held_for": null, "response.words": {}}, "data": ["response.words"]}\
            """;

    private static final String ANSWER =
            "{'hall': 'h-1', 'words': {'en': 'Hall'}, 'seats': [{'row': 1, 'free': true, 'held_for':"
                    + " 'alice'}, {'row': 2, 'free': false}]}";

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("seats.json"), SEATS);
        Files.writeString(folder.resolve("films.json"), "{}");
        Files.createDirectory(folder.resolve("0.2.0"));
        Files.writeString(folder.resolve("0.2.0/seats.json"), SEATS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hall': 'h-1', 'words': {'en': 'Hall'}, 'seats': [{'row': 2, 'free': false},"
                        + " {'row': 1, 'free': true, 'held_for': 'alice'}]}",
                "{'hall': 'h-1', 'words': {'en': 'Hall'}, 'seats': [{'row': 1, 'free': true,"
                        + " 'held_for': 'alice'}, {'row': 2, 'free': false, 'held_for': null}]}",
            })
    void the_order_of_elements_and_a_null_are_no_difference(String answer) {
        assertThat(today().differences(Golden.RESPONSE, json(answer))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'hall': 'h-1'      | 'no': 'h-1'        | response.hall is missing",
                "'hall': 'h-1'      | 'hall': null       | response.hall is missing",
                "'held_for': 'alice'| 'no': 'alice'      | response.seats[].held_for is missing",
                "'row': 2,          | ``                 | response.seats[].row is missing",
                "'hall': 'h-1'      | 'hall': 'h-1', 'b': 1 | response.b is additional",
                "'row': 2           | 'row': 2, 'b': 1   | response.seats[].b is additional",
                "'hall': 'h-1'      | 'hall': 1          | response.hall is [NUMBER], not [STRING]",
                "'row': 2           | 'row': '2'         | response.seats[].row is [NUMBER, STRING], not [NUMBER]",
                "'hall': 'h-1'      | 'hall': ['h-1']    | response.hall is [ARRAY], not [STRING]",
                "'hall': 'h-1'      | 'hall': 'h-2'      | response.hall is [h-2], not [h-1]",
                "'row': 2           | 'row': 3           | response.seats[].row is [1, 3], not [1, 2]",
            })
    void a_difference_is_named_by_its_place(String text, String other, String difference) {
        String answer = ANSWER.replace(text, other);

        assertThat(answer).isNotEqualTo(ANSWER);
        assertThat(today().differences(Golden.RESPONSE, json(answer))).contains(difference);
    }

    @Test
    void nothing_at_all_lacks_everything() {
        assertThat(today().differences(Golden.RESPONSE, MissingNode.getInstance()))
                .contains("response.hall is missing", "response.seats is missing");
        assertThat(today().differences(Golden.RESPONSE, json("[]"))).isNotEmpty();
        assertThat(today().without("response.hall").differences(Golden.RESPONSE, json(ANSWER)))
                .containsExactly("response.hall is additional");
    }

    @Test
    void an_array_without_elements_is_a_difference() {
        assertThat(today().differences(Golden.RESPONSE, json("{'hall': 'h-1', 'seats': []}")))
                .contains("response.seats has 0 elements");
    }

    @Test
    void a_value_that_is_generated_may_differ_but_not_its_type() {
        String place = "response.hall";

        assertThat(today().differences(Golden.RESPONSE, json(ANSWER.replace("h-1", "h-2")), place))
                .isEmpty();
        assertThat(today().differences(Golden.RESPONSE, json(ANSWER.replace("'h-1'", "2")), place))
                .containsExactly("response.hall is [NUMBER], not [STRING]");
    }

    @Test
    void an_older_neighbour_does_not_mind_more_but_misses_what_it_needs() {
        Golden older = GoldenFiles.ofEachVersion(folder, "seats").toList().getLast();

        assertThat(
                        older.differences(
                                Golden.RESPONSE, json(ANSWER.replace("'hall'", "'b': 1, 'hall'"))))
                .isEmpty();
        assertThat(older.differences(Golden.RESPONSE, json(ANSWER.replace("'held_for'", "'b'"))))
                .isEmpty();
        assertThat(older.differences(Golden.RESPONSE, json(ANSWER.replace("'hall'", "'b'"))))
                .containsExactly("response.hall is missing");
        assertThat(
                        older.differences(
                                Golden.RESPONSE, json(ANSWER.replace("'row': 2", "'row': 'b'"))))
                .isNotEmpty();
    }

    @Test
    void the_words_of_each_released_version_are_read_once_their_folder_is_there() {
        assertThat(GoldenFiles.ofEachVersion(folder, "seats"))
                .extracting(Golden::toString)
                .containsExactly("seats", "0.2.0/seats");
        assertThat(GoldenFiles.ofEachVersion(folder, "films")).hasSize(1);
        assertThat(GoldenFiles.all(folder))
                .extracting(Golden::toString)
                .containsExactly("films", "seats", "0.2.0/seats");
    }

    @Test
    void values_are_replaced_wherever_they_are() {
        Golden other = today().replacing("h-1", "h\"2");

        assertThat(other.path()).endsWith("/h\"2");
        assertThat(other.text("request.hall")).isEqualTo("h\"2");
        assertThat(other.text("response.hall")).isEqualTo("h\"2");
    }

    @Test
    void a_member_is_set_and_taken_away_in_every_element() {
        assertThat(today().with("response.seats[].row", 7).response().findValuesAsText("row"))
                .containsExactly("7", "7");
        assertThat(today().without("response.seats[].row").response().findValues("row")).isEmpty();
    }

    @Test
    void unknown_members_come_into_every_object_but_those_whose_members_are_data() {
        JsonNode more = today().withUnknownMembers(Golden.RESPONSE).response();

        assertThat(more.findValues("of_a_later_version")).hasSize(3);
        assertThat(more.path("words")).hasSize(1);
    }

    @Test
    void the_least_that_is_answered_has_nothing_optional() {
        assertThat(today().leastResponse())
                .isEqualTo(
                        json(
                                "{'hall': 'h-1', 'seats': [{'row': 1, 'free': true}, {'row': 2, 'free': false}]}"));
    }

    private Golden today() {
        return GoldenFiles.ofEachVersion(folder, "seats").toList().getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
