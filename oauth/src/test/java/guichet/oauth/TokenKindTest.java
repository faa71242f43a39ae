package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenKindTest {
    @ParameterizedTest
    @EnumSource
    void each_is_known_by_how_it_begins(TokenKind kind) {
        var token = OpaqueToken.random(kind);

        assertThat(Stream.of(TokenKind.values()).filter(token::isWellFormed)).containsExactly(kind);
    }

    @Test
    void whoever_looks_for_leaked_ones_finds_the_list_in_the_documentation() throws IOException {
        String documentation = Files.readString(Path.of("../docs/security.md"));

        assertThat(Stream.of(TokenKind.values()))
                .allSatisfy(kind -> assertThat(documentation).contains("`" + kind.prefix() + "_`"));
    }
}
