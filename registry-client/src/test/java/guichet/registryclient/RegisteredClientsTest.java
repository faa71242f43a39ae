package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import guichet.kit.json.ServiceJson;
import guichet.kit.neighbour.NeighbourRefusal;
import guichet.kit.time.HandClock;
import guichet.oauth.GrantType;
import guichet.oauth.ResponseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredClientsTest {
    private final OneClientRegistry registry = new OneClientRegistry();
    private final RegisteredClients clients =
            new RegisteredClients(new Registry(registry), new HandClock());

    @Test
    void a_registered_client_is_found() {
        assertThat(clients.find("cine-club"))
                .hasValueSatisfying(
                        it -> assertThat(it.nameFor(Locale.ENGLISH)).isEqualTo("Ciné Club"));
    }

    @Test
    void an_unknown_client_is_an_answer_and_not_an_outage() {
        assertThat(clients.find("nobody")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void what_cannot_be_an_identifier_is_not_asked_for(String clientId) {
        var found = clients.find(clientId);

        assertThat(found).isEmpty();
        assertThat(registry.questions).isEmpty();
    }

    static List<String> what_cannot_be_an_identifier_is_not_asked_for() {
        return List.of("", "..", "../resources", "a\u0000b", "a%2Fb", "é", "x".repeat(65));
    }

    @Test
    void a_registry_that_does_not_say_which_flows_it_offers_offers_all() {
        var flows = new SupportedFlows(new Registry(registry), new HandClock()).all();

        assertThat(flows.grantTypes()).containsExactlyInAnyOrder(GrantType.values());
        assertThat(flows.responseTypes()).containsExactlyInAnyOrder(ResponseType.values());
    }

    private static RegisteredClient read(String json) {
        try {
            return ServiceJson.mapper().readValue(json, RegisteredClient.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class OneClientRegistry implements RegistryApi {
        private final List<String> questions = new ArrayList<>();

        @Override
        public RegisteredClient client(String id) {
            questions.add(id);
            if (!id.equals("cine-club")) {
                throw new NeighbourRefusal.Unknown();
            }
            return read(ClientJson.of(id, ""));
        }

        @Override
        public Set<String> clientsAmong(List<String> ids) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public List<String> sharedSecrets(String id) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public List<Resource> resources() {
            return List.of();
        }

        @Override
        public OfferedFlows flows() {
            throw new NeighbourRefusal.Unknown();
        }
    }
}
