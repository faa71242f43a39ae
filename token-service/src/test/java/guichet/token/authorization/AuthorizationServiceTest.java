package guichet.token.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;

/** What is asked and read as the contract has it. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorizationServiceTest {
    private final AuthorizationService service;
    private final Caller caller;

    AuthorizationServiceTest(AuthorizationService service, ObjectMapper json) {
        this.service = service;
        this.caller = Neighbours.caller(json);
    }

    @ParameterizedTest
    @GoldenSource({
        "codes-redeemed",
        "codes-refused",
        "codes-misfitting",
        "codes-untouched",
        "codes-replayed"
    })
    void a_code_is_redeemed(Golden golden) {
        var request = caller.request(golden, RedeemRequest.class);

        caller.check(golden, () -> service.redeem(request));
    }

    @ParameterizedTest
    @GoldenSource({
        "password-grants-granted",
        "password-grants-refused",
        "password-grants-throttled"
    })
    void a_password_is_verified(Golden golden) {
        var request = caller.request(golden, PasswordRequest.class);

        caller.check(golden, () -> service.verify(request));
    }

    @ParameterizedTest
    @GoldenSource("password-grants-busy")
    void who_checks_too_many_passwords_says_when_to_come_back(Golden golden) {
        var request = caller.request(golden, PasswordRequest.class);

        caller.check(
                golden,
                () -> {
                    var refusal =
                            catchThrowableOfType(
                                    OAuthException.class, () -> service.verify(request));
                    assertThat(refusal)
                            .hasMessageContaining(golden.headers().get("Retry-After") + " seconds");
                    return null;
                });
    }

    @ParameterizedTest
    @GoldenSource({"claims", "claims-ended"})
    void claims_are_asked_for(Golden golden) {
        var asked = caller.request(golden, ClaimsQuestion.class);

        caller.check(
                golden,
                () -> service.claims(asked.grantId(), asked.scope(), asked.registeredScope()));
    }

    @ParameterizedTest
    @GoldenSource("claims-for-access-tokens")
    void claims_are_asked_for_that_an_access_token_is_to_have(Golden golden) {
        var asked = caller.request(golden, ClaimsQuestion.class);

        caller.check(
                golden,
                () ->
                        service.accessTokenClaims(
                                asked.grantId(),
                                asked.scope(),
                                asked.registeredScope(),
                                asked.accessTokenClaims().orElseThrow()));
    }
}
