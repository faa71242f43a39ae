package guichet.authorization.tokenservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenServiceTest {
    private static final UUID SID = UUID.randomUUID();

    @Inject TokenService tokenService;

    @Test
    void an_id_token_of_ours_says_whose_it_is() {
        var hint = OpaqueToken.of(TokenNeighbour.idToken("a-client", "alice", SID));

        assertThat(tokenService.readHint(hint))
                .contains(new IdTokenHint("alice", "a-client", Optional.of(SID.toString())));
    }

    @Test
    void a_foreign_id_token_says_nothing() {
        assertThat(tokenService.readHint(OpaqueToken.of("a.b.c"))).isEmpty();
    }

    @Test
    void a_logout_token_is_for_the_client_about_the_person_and_the_session() {
        var token = tokenService.logoutToken(new LogoutNotice("a-client", "alice", SID));

        assertThat(token.orElseThrow().reveal())
                .isEqualTo("logout of alice at a-client from " + SID);
    }

    @Test
    void while_token_service_is_away_a_hint_is_not_taken_for_a_foreign_one() {
        try (var _ = TokenNeighbour.away()) {
            assertThatThrownBy(() -> tokenService.readHint(OpaqueToken.of("a.b.c")))
                    .isInstanceOf(OAuthException.class)
                    .hasMessageContaining("temporarily_unavailable");
        }
    }
}
