package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
class SessionTest {
    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void who_is_away_for_an_hour_signs_in_again() {
        visit.authorizes(request(client));

        clock.pass(Duration.ofMinutes(61));

        assertThat(asks()).contains("/login?request=");
    }

    @Test
    void who_comes_back_within_the_hour_stays_signed_in() {
        visit.authorizes(request(client));

        for (int visits = 0; visits < 4; visits++) {
            clock.pass(Duration.ofMinutes(50));
            assertThat(asks()).contains("code=gac_");
        }
    }

    @Test
    void after_twelve_hours_everybody_signs_in_again() {
        visit.authorizes(request(client));

        for (int visits = 0; visits < 14; visits++) {
            clock.pass(Duration.ofMinutes(50));
            assertThat(asks()).contains("code=gac_");
        }
        clock.pass(Duration.ofMinutes(50));

        assertThat(asks()).contains("/login?request=");
    }

    @Test
    void a_page_that_waited_half_an_hour_says_to_start_again() {
        var login = visit.follows(visit.asks(request(client)));

        clock.pass(Duration.ofMinutes(31));
        var answer = visit.signsIn(login);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("start again");
    }

    @Test
    void an_approval_that_waited_half_an_hour_says_to_start_again() {
        Response consent = visit.reachesConsent(request(client));

        clock.pass(Duration.ofMinutes(31));
        var answer = visit.submits(consent, Map.of("decision", "allow"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("start again");
    }

    private String asks() {
        return visit.asks(request(client)).header("Location");
    }
}
