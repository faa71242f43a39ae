package guichet.authorization.protocol.consent;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.Extent;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.registryclient.Actor;
import guichet.registryclient.Resource;
import guichet.registryclient.Resource.ResourceScope;
import guichet.registryclient.ResourceCatalogue;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of approvals of a scope that goes with its API, and comes again with another. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopesThatCameAgainTest {
    private static final Scope STALLS = Scope.of("openid", "stalls:read");

    private final String client = RegistryNeighbour.client();
    private UUID alice;

    @Inject Consents consents;
    @Inject People people;

    @BeforeEach
    void approve() {
        alice = people.findByUsername("alice").orElseThrow().id();
        consents.remember(alice, client, Extent.of(STALLS));
    }

    @Test
    void what_was_approved_while_it_was_on_offer_is_approved() {
        assertThat(approved(Optional.of(Instant.now().minusSeconds(60)))).isEqualTo(STALLS);
        assertThat(approved(Optional.empty())).isEqualTo(STALLS);
    }

    @Test
    void what_was_approved_before_was_something_else() {
        assertThat(approved(Optional.of(Instant.now().plusSeconds(60))))
                .isEqualTo(Scope.of("openid"));
    }

    @Test
    void what_is_approved_again_is_approved_now() {
        Instant since = Instant.now();
        assertThat(approved(Optional.of(since))).isEqualTo(Scope.of("openid"));

        consents.remember(alice, client, Extent.of(STALLS));

        assertThat(approved(Optional.of(since))).isEqualTo(STALLS);
    }

    private Scope approved(Optional<Instant> since) {
        var scope =
                new ResourceScope(
                        "stalls:read", "See", Map.of(), Set.of(Actor.PERSON), false, since);
        var api = Resource.of("https://stalls.example", "Stalls", "ES256", List.of(scope));
        return consents.of(alice, client, new ResourceCatalogue(List.of(api))).all().scope();
    }
}
