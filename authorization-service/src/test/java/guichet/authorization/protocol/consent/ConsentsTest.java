package guichet.authorization.protocol.consent;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.Extent;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What people have approved, client by client. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentsTest {
    @Inject Consents consents;
    @Inject People people;

    /** Databases have orders of their own, by which a page after another would miss some. */
    @Test
    void clients_come_in_the_order_of_their_letters_wherever_a_page_ends() {
        UUID person = people.findByUsername(Newcomer.signsUp().username()).orElseThrow().id();
        List<String> inOrder = List.of("Kiosk", "b-1", "b1", "b_1", "cine");
        inOrder.reversed()
                .forEach(it -> consents.remember(person, it, Extent.of(Scope.of("movies:read"))));

        assertThat(consents.clientsOf(person, "", 10)).isEqualTo(inOrder);
        assertThat(consents.clientsOf(person, "Kiosk", 2)).containsExactly("b-1", "b1");
        assertThat(consents.clientsOf(person, "b1", 2)).containsExactly("b_1", "cine");
    }
}
