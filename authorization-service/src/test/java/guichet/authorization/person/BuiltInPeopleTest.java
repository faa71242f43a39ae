package guichet.authorization.person;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BuiltInPeopleTest {
    @Test
    void production_with_a_built_in_account_does_not_start_and_names_it() {
        assertThatThrownBy(() -> BuiltInPeople.check(List.of("prod"), Set.of("alice")))
                .hasMessageContaining("guichet.people.alice")
                .hasMessageContaining("prod");
    }

    @Test
    void a_profile_beside_local_does_not_hide_it() {
        assertThatThrownBy(() -> BuiltInPeople.check(List.of("prod", "local"), Set.of("alice")))
                .hasMessageContaining("guichet.people.alice");
    }

    @Test
    void the_local_profile_may_have_them_and_production_starts_without() {
        assertThatCode(() -> BuiltInPeople.check(List.of("local"), Set.of("alice", "bob")))
                .doesNotThrowAnyException();
        assertThatCode(() -> BuiltInPeople.check(List.of("prod"), Set.of()))
                .doesNotThrowAnyException();
    }
}
