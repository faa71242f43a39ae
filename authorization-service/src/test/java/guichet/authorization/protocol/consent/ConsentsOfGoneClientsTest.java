package guichet.authorization.protocol.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.Extent;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import guichet.registryclient.RegisteredClients;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What becomes of approvals for clients that the registry has no more. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentsOfGoneClientsTest {
    private final String present = RegistryNeighbour.client();
    private final String gone = UUID.randomUUID().toString();
    private UUID alice;

    @Inject ConsentsOfGoneClients consentsOfGoneClients;
    @Inject Consents consents;
    @Inject People people;
    @Inject RegisteredClients clients;
    @Inject ObjectMapper json;

    @BeforeEach
    void approveBoth() {
        alice = people.findByUsername("alice").orElseThrow().id();
        var extent = new Extent(Scope.of("movies:read"), StandardClaim.named(Set.of("email")));
        List.of(present, gone).forEach(client -> consents.remember(alice, client, extent));
    }

    @ParameterizedTest
    @GoldenSource("present-clients")
    void the_registry_is_asked_which_clients_are_there(Golden golden) {
        var caller = RegistryNeighbour.caller(json);
        List<String> asked = List.of(caller.request(golden, String[].class));

        caller.check(golden, () -> clients.among(asked));
    }

    @Test
    void they_are_forgotten_and_those_for_the_others_are_not() {
        RegistryNeighbour.hasOnly(present);

        consentsOfGoneClients.forget();

        assertThat(consents.clientsOf(alice, "", 10_000)).contains(present).doesNotContain(gone);
    }

    @Test
    void while_the_registry_cannot_say_which_they_are_none_is_forgotten() {
        RegistryNeighbour.cannotSayWhoIsThere();

        consentsOfGoneClients.forget();

        assertThat(consents.clientsOf(alice, "", 10_000)).contains(present, gone);
    }
}
