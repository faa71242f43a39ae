package guichet.token.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import guichet.registryclient.Resources;
import guichet.registryclient.SharedSecrets;
import guichet.registryclient.SupportedFlows;
import guichet.token.refresh.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What token-service asks the registry, and reads, as the contract has it. */
@QuarkusTest
@TestProfile(RegistryTest.OwnClock.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistryTest {
    /** So long no answer stands in for the next one. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(11);

    private final RegisteredClients clients;
    private final Resources resources;
    private final SupportedFlows flows;
    private final SharedSecrets secrets;
    private final TestClock clock;
    private final ObjectMapper json;
    private final Caller caller;

    RegistryTest(
            RegisteredClients clients,
            Resources resources,
            SupportedFlows flows,
            SharedSecrets secrets,
            TestClock clock,
            ObjectMapper json) {
        this.clients = clients;
        this.resources = resources;
        this.flows = flows;
        this.secrets = secrets;
        this.clock = clock;
        this.json = json;
        this.caller = Neighbours.caller(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guichet.outside.OutsideCalls",
                "guichet.registryclient.ClientKeys",
                "guichet.registryclient.StaleCache"
            })
    void what_strangers_have_written_into_the_log_is_bounded(String log) {
        assertThat(Logger.getLogger(log).getFilter()).isNotNull();
    }

    @ParameterizedTest
    @GoldenSource({"clients", "clients-unknown"})
    void a_client_is_asked_for(Golden golden) {
        caller.check(golden, () -> asked(() -> clients.find(golden.subject())));
    }

    @ParameterizedTest
    @GoldenSource("resources")
    void the_apis_are_asked_for(Golden golden) {
        caller.check(golden, () -> asked(() -> resources.catalogue().resources()));
    }

    @ParameterizedTest
    @GoldenSource("flows")
    void the_flows_are_asked_for(Golden golden) {
        caller.check(golden, () -> asked(flows::all));
    }

    @ParameterizedTest
    @GoldenSource("shared-secrets")
    void hmac_keys_are_asked_for(Golden golden) throws JsonProcessingException {
        RegisteredClient client =
                json.treeToValue(Golden.today("clients").response(), RegisteredClient.class);

        caller.check(
                golden,
                () -> asked(() -> secrets.of(client)).stream().map(OpaqueToken::reveal).toList());
    }

    private <T> T asked(Supplier<T> question) {
        clock.pass(FORGOTTEN);
        return question.get();
    }

    /** The other tests go on with what they have asked, and at their own time. */
    public static final class OwnClock implements QuarkusTestProfile {}
}
