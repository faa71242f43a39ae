package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.3")
class ScopeTest {
    @Test
    void tokens_are_separated_by_spaces_and_keep_their_order() {
        assertThat(Scope.parse("movies:write  movies:read"))
                .hasToString("movies:write movies:read");
    }

    @Test
    void a_repeated_token_counts_once() {
        assertThat(Scope.parse("movies:read movies:read")).isEqualTo(Scope.of("movies:read"));
    }

    @Test
    void a_quote_is_outside_the_grammar() {
        assertThatThrownBy(() -> Scope.parse("movies\"read"))
                .isInstanceOf(OAuthException.class)
                .hasMessageStartingWith("invalid_scope");
    }

    @Test
    void the_rest_of_a_scope_is_what_the_other_lacks() {
        assertThat(Scope.parse("a b c").without(Scope.parse("b"))).isEqualTo(Scope.of("a", "c"));
    }
}
