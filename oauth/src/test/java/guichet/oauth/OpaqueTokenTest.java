package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void the_bits_of_ours_are_read_again() {
        byte[] bits = new byte[32];
        bits[0] = 7;

        var token = OpaqueToken.derived(TokenKind.REFRESH_TOKEN, bits);

        assertThat(token.bits(TokenKind.REFRESH_TOKEN)).contains(bits);
        assertThat(token.bits(TokenKind.CLIENT_SECRET)).isEmpty();
    }

    /** With checksums that fit, which anybody can make. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // the last two bits of the last character say nothing, and are zero in ours
                "grt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "grt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=*"
            })
    void what_was_not_made_here_has_no_bits(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        byte[] checksum = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();

        var token =
                OpaqueToken.of(
                        body + Base64.getUrlEncoder().withoutPadding().encodeToString(checksum));

        assertThat(token.isWellFormed(TokenKind.REFRESH_TOKEN)).isTrue();
        assertThat(token.bits(TokenKind.REFRESH_TOKEN)).isEmpty();
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
