package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistryOutageTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    /** The breaker that the outage opened would refuse the next test's first call, too. */
    @AfterEach
    void awaitTheRegistry() throws InterruptedException {
        while (visit.asks(request(RegistryNeighbour.client())).statusCode() == 503) {
            Thread.sleep(100);
        }
    }

    @Test
    void an_application_that_cannot_be_looked_up_gets_a_page_to_try_again() {
        RegistryNeighbour.failsFor(client);

        var page = visit.asks(request(client));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.header("Location")).isNull();
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("try again").doesNotContain("Exception");
    }

    @Test
    void what_was_known_serves_while_the_registry_is_away() {
        var login = visit.follows(visit.asks(request(client)));
        RegistryNeighbour.failsFor(client);
        clock.pass(Duration.ofSeconds(30));

        var consent = visit.follows(visit.signsIn(login));
        var back = visit.submits(consent, Map.of("decision", "allow"));

        assertThat(back.header("Location")).contains("code=gac_");
    }
}
