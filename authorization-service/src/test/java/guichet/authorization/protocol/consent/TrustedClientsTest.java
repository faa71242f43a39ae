package guichet.authorization.protocol.consent;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.claim.Extent;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClients;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9700-4.11.2")
class TrustedClientsTest {
    @Inject TrustedClients trusted;
    @Inject RegisteredClients clients;
    @Inject Consents consents;
    @Inject EntityManager database;

    @ParameterizedTest
    @CsvSource({
        "declared,        nobody,                     true",
        "declared,        alice,                      true",
        "vouched_for,     nobody,                     true",
        "vouched_for,     alice,                      true",
        "self_registered, nobody,                     false",
        "self_registered, alice,                      false",
        "self_registered, alice who approved it,      true",
        "self_registered, alice who approved another, false",
        "self_registered, alice when bob approved it, false",
        "'',              nobody,                     false",
        "'',              alice who approved it,      true",
    })
    void a_client_is_trusted_that_somebody_answers_for_or_this_person_approved(
            String standing, String person, boolean isTrusted) {
        String clientId =
                RegistryNeighbour.client(
                        "\"standing\": "
                                + (standing.isEmpty() ? "null" : "\"%s\"".formatted(standing)));
        var client = clients.find(clientId).orElseThrow();

        assertThat(trusted.isTrusted(client, at(person, clientId))).isEqualTo(isTrusted);
    }

    private Optional<UUID> at(String person, String clientId) {
        switch (person) {
            case "alice who approved it" -> approves("alice", clientId);
            case "alice who approved another" -> approves("alice", RegistryNeighbour.client());
            case "alice when bob approved it" -> approves("bob", clientId);
            default -> {}
        }
        return person.equals("nobody") ? Optional.empty() : Optional.of(named("alice"));
    }

    private void approves(String username, String clientId) {
        consents.remember(named(username), clientId, Extent.of(Scope.of("movies:read")));
    }

    private UUID named(String username) {
        return database.createQuery("select id from Person where username = :username", UUID.class)
                .setParameter("username", username)
                .getSingleResult();
    }
}
