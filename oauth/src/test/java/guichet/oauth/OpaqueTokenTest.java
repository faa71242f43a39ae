package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpaqueTokenTest {
    @Test
    void two_random_ones_differ() {
        assertThat(OpaqueToken.random(TokenKind.CLIENT_SECRET).reveal())
                .isNotEqualTo(OpaqueToken.random(TokenKind.CLIENT_SECRET).reveal());
    }

    @Test
    void ours_is_recognised_by_prefix_and_checksum() {
        var token = OpaqueToken.random(TokenKind.CLIENT_SECRET);

        assertThat(token.isWellFormed(TokenKind.CLIENT_SECRET)).isTrue();
        assertThat(token.isWellFormed(TokenKind.AUTHORIZATION_CODE)).isFalse();
        assertThat(OpaqueToken.of(token.reveal() + "x").isWellFormed(TokenKind.CLIENT_SECRET))
                .isFalse();
    }

    @Test
    void a_mistyped_character_breaks_the_checksum() {
        var token = OpaqueToken.derived(TokenKind.CLIENT_SECRET, new byte[32]);
        var mistyped = OpaqueToken.of(token.reveal().replaceFirst("AAA", "AAB"));

        assertThat(mistyped.isWellFormed(TokenKind.CLIENT_SECRET)).isFalse();
    }

    @Test
    void only_its_own_hash_matches() {
        var token = OpaqueToken.random(TokenKind.CLIENT_SECRET);

        assertThat(token.hasSha256(token.sha256())).isTrue();
        assertThat(token.hasSha256(OpaqueToken.random(TokenKind.CLIENT_SECRET).sha256())).isFalse();
    }

    @Test
    void its_text_shows_nothing_of_it() {
        var token = OpaqueToken.random(TokenKind.CLIENT_SECRET);

        assertThat(token).hasToString("OpaqueToken[masked]");
    }
}
