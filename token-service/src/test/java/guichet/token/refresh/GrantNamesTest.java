package guichet.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.secret.ConfiguredKeys;
import guichet.kit.secret.ConfiguredKeys.NamedKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.smallrye.config.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.14.2")
class GrantNamesTest {
    private static final NamedKey KEY = key(1);
    private static final UUID GRANT = UUID.fromString("11111111-2222-4333-8444-555555555555");

    @Test
    void a_token_names_its_grant_under_its_key_alone() {
        OpaqueToken token = GrantNames.token(KEY, own(1), GRANT);

        assertThat(token.isWellFormed(TokenKind.REFRESH_TOKEN)).isTrue();
        assertThat(GrantNames.grant(KEY, token)).contains(GRANT);
        assertThat(GrantNames.grant(key(2), token)).isNotEmpty().get().isNotEqualTo(GRANT);
    }

    @Test
    void two_tokens_of_a_grant_have_nothing_in_common() {
        byte[] one = bits(GrantNames.token(KEY, own(1), GRANT));
        byte[] other = bits(GrantNames.token(KEY, own(2), GRANT));

        for (int i = 16; i < 32; i += 4) {
            assertThat(Arrays.copyOfRange(one, i, i + 4))
                    .isNotEqualTo(Arrays.copyOfRange(other, i, i + 4));
        }
    }

    /** Whoever has a token, and knows names of grants, makes none of it that names one. */
    @Test
    void a_token_with_another_bit_names_another_grant_altogether() {
        byte[] bits = bits(GrantNames.token(KEY, own(1), GRANT));

        for (int bit = 0; bit < 256; bit++) {
            byte[] changed = bits.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            UUID named =
                    GrantNames.grant(KEY, OpaqueToken.derived(TokenKind.REFRESH_TOKEN, changed))
                            .orElseThrow();
            assertThat(
                            Long.bitCount(
                                            named.getMostSignificantBits()
                                                    ^ GRANT.getMostSignificantBits())
                                    + Long.bitCount(
                                            named.getLeastSignificantBits()
                                                    ^ GRANT.getLeastSignificantBits()))
                    .isBetween(24, 104);
        }
    }

    @Test
    void what_is_no_refresh_token_names_none() {
        assertThat(GrantNames.grant(KEY, OpaqueToken.of("grt_x"))).isEmpty();
        assertThat(GrantNames.grant(KEY, OpaqueToken.random(TokenKind.SESSION))).isEmpty();
    }

    private static byte[] bits(OpaqueToken token) {
        return token.bits(TokenKind.REFRESH_TOKEN).orElseThrow();
    }

    private static byte[] own(int first) {
        byte[] own = new byte[16];
        own[0] = (byte) first;
        return own;
    }

    private static NamedKey key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        Secret<String> setting = () -> Base64.getEncoder().encodeToString(key);
        return ConfiguredKeys.of(setting, Derivation.ALGORITHM).present();
    }
}
