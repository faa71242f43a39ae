package guichet.authorization.protocol.tokenservice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenServiceTest {
    @Inject TokenService tokenService;
    @Inject @RestClient TokenApi api;
    @Inject ObjectMapper json;

    private Caller caller;
    private TokenCalls calls;

    /** Without the breaker, which outages of other tests may have opened. */
    @BeforeEach
    void call() {
        caller = TokenNeighbour.caller(json);
        calls = new TokenCalls(api);
    }

    @ParameterizedTest
    @GoldenSource("revoked-grants")
    void grants_that_ended_are_told(Golden golden) {
        told(golden, EndedGrants.class, calls::end);
    }

    @ParameterizedTest
    @GoldenSource("ended-sessions")
    void sessions_that_ended_are_told(Golden golden) {
        told(golden, EndedSessions.class, calls::end);
    }

    @ParameterizedTest
    @GoldenSource("grant-ends")
    void the_end_of_all_grants_of_a_person_is_told(Golden golden) {
        told(golden, GrantEnd.class, calls::end);
    }

    private <T> void told(Golden golden, Class<T> type, Consumer<T> call) {
        caller.check(
                golden,
                () -> {
                    call.accept(caller.request(golden, type));
                    return null;
                });
    }

    @ParameterizedTest
    @GoldenSource({"logout-tokens", "logout-tokens-gone"})
    void a_logout_token_is_asked_for(Golden golden) {
        var notice = caller.request(golden, LogoutNotice.class);

        caller.check(
                golden,
                () -> calls.logoutToken(notice).map(it -> Map.of("logout_token", it.reveal())));
    }

    @ParameterizedTest
    @GoldenSource({"id-token-hints", "id-token-hints-foreign"})
    void a_hint_is_asked_about(Golden golden) {
        var hint = OpaqueToken.of(golden.text("request.id_token_hint"));

        caller.check(golden, () -> calls.read(hint));
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
