package guichet.registry.tokenservice;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;

/** What token-service is told and asked, as the contract has it. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenServiceTest {
    private final TokenService service;
    private final Caller caller;

    TokenServiceTest(TokenService service, ObjectMapper json) {
        this.service = service;
        this.caller = TokenServiceStandIn.caller(json);
    }

    @ParameterizedTest
    @GoldenSource("ended-clients")
    void a_client_that_was_deleted_is_told(Golden golden) {
        told(golden, () -> service.end(golden.subject()));
    }

    @ParameterizedTest
    @GoldenSource("ended-secrets")
    void a_secret_that_ended_is_told(Golden golden) {
        told(golden, () -> service.endSecret(golden.subject()));
    }

    @ParameterizedTest
    @GoldenSource("ended-scopes")
    void scopes_that_went_are_told(Golden golden) {
        told(golden, () -> service.endScopes(caller.request(golden, EndedScopes.class)));
    }

    @ParameterizedTest
    @GoldenSource("signing-algorithms")
    void an_algorithm_that_somebody_registered_for_is_told(Golden golden) {
        told(golden, () -> service.provide(golden.subject()));
    }

    @ParameterizedTest
    @GoldenSource("granted-clients")
    void which_clients_have_a_grant_is_asked(Golden golden) {
        List<String> asked = List.of(caller.request(golden, String[].class));

        caller.check(golden, () -> service.granted(asked));
    }

    private void told(Golden golden, Runnable call) {
        caller.check(
                golden,
                () -> {
                    call.run();
                    return null;
                });
    }
}
