package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberNamesTest {
    @Test
    void fifty_are_not_too_many() {
        assertThat(MemberNames.of(names(50))).isPresent();
        assertThat(MemberNames.of(names(51))).isEmpty();
    }

    @Test
    void a_hundred_characters_are_not_too_long() {
        assertThat(MemberNames.of(List.of("a".repeat(100)))).isPresent();
        assertThat(MemberNames.of(List.of("a".repeat(101)))).isEmpty();
    }

    @Test
    void two_thousand_characters_together_are_not_too_long() {
        assertThat(MemberNames.of(long20())).isPresent();
        List<String> more = new ArrayList<>(long20());
        more.add("b");
        assertThat(MemberNames.of(more)).isEmpty();
    }

    private static List<String> long20() {
        return IntStream.range(10, 30).mapToObj(it -> it + "a".repeat(98)).toList();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(it -> "role-" + it).toList();
    }
}
