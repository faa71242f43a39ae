package guichet.token.client;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What the registry says of a secret that ended at once, though it said otherwise a moment ago. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-2.3.1")
class EndedSecretsTest {
    private static final Map<String, String> AS_ITSELF = Map.of("grant_type", "client_credentials");

    private final OpaqueToken secret = OpaqueToken.random(TokenKind.CLIENT_SECRET);
    private final EndedSecrets secrets;
    private final TestClock clock;
    private final EntityManager database;

    EndedSecretsTest(EndedSecrets secrets, TestClock clock, EntityManager database) {
        this.secrets = secrets;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void it_proves_nothing_any_more() {
        String client = Neighbours.clientWithSecret(secret.reveal());
        asItself(client).statusCode(200);

        end(internally("the-credential-of-registry-in-tests")).statusCode(204);

        asItself(client).statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void being_told_twice_is_being_told_once() {
        end(internally("the-credential-of-registry-in-tests")).statusCode(204);
        end(internally("the-credential-of-registry-in-tests")).statusCode(204);
    }

    @Test
    void it_is_remembered_for_longer_than_an_answer_of_the_registry_is_used() {
        end(internally("the-credential-of-registry-in-tests"));

        clock.pass(Duration.ofMinutes(59));
        secrets.forgetExpired();
        long remembered = ended();
        clock.pass(Duration.ofMinutes(2));
        secrets.forgetExpired();

        assertThat(remembered).isEqualTo(1);
        assertThat(ended()).isZero();
    }

    @Test
    void only_the_registry_may_say_so() {
        end(internally()).statusCode(401);
        end(internally("the-credential-of-authorization-in-tests")).statusCode(401);
    }

    @ParameterizedTest
    @GoldenSource("ended-secrets")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private ValidatableResponse asItself(String client) {
        var call = given().auth().preemptive().basic(client, secret.reveal());
        return TokenCall.with(call, AS_ITSELF);
    }

    private ValidatableResponse end(RequestSpecification call) {
        return call.put("/internal/ended-secrets/" + secret.sha256()).then();
    }

    private long ended() {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from ended_secret where sha256 = :sha256",
                                Long.class)
                        .setParameter("sha256", secret.sha256())
                        .getSingleResult();
    }
}
