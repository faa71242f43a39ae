package guichet.authorization.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Scope;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OAuth2.1-7.5.1")
class PkcePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "PUBLIC, movies:read,        ,  false",
        "PUBLIC, openid movies:read, ,  false",
        "OAUTH,  movies:read,        ,  true",
        "OAUTH,  movies:read,        n, true",
        "OAUTH,  openid movies:read, ,  true",
        "OAUTH,  openid movies:read, n, false",
        "ALWAYS, openid movies:read, n, true",
        "ALWAYS, movies:read,        ,  true",
    })
    void pkce_is_demanded_where_nothing_else_protects_the_code(
            PkcePolicy policy, String scope, String nonce, boolean demanded) {
        assertThat(policy.demands(Scope.parse(scope), Optional.ofNullable(nonce)))
                .isEqualTo(demanded);
    }
}
