package guichet.authorization.people.session;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.LockWait;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsTest {
    private final Visit visit = new Visit();

    @Inject Sessions sessions;
    @Inject SessionRows stored;
    @Inject ExpiredSessions expired;
    @Inject DataSource rows;

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void what_ended_is_forgotten_and_what_goes_on_is_not() {
        String session = OpaqueToken.of(signsIn()).sha256();

        clock.pass(Duration.ofMinutes(50));
        expired.forget();
        assertThat(stored.count("sha256", session)).isEqualTo(1);
        clock.pass(Duration.ofMinutes(11));
        expired.forget();

        assertThat(stored.count("sha256", session)).isZero();
    }

    @Test
    void only_the_hash_of_a_session_is_kept() {
        String cookie = signsIn();

        assertThat(stored.listAll())
                .extracting(session -> session.sha256)
                .doesNotContain(cookie)
                .contains(OpaqueToken.of(cookie).sha256());
    }

    /** Applications were told that the session of that name is over, and token-service was. */
    @Test
    void who_signs_in_again_while_being_signed_out_has_a_session_of_another_name()
            throws Exception {
        UUID before = named(signsIn());
        var request = new HashMap<>(request(RegistryNeighbour.client()));
        request.put("prompt", "login");
        Response login = visit.follows(visit.asks(request));

        String after;
        try (var people = Executors.newSingleThreadExecutor()) {
            Future<Response> again =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                sessions.end(before, "signed out");
                                stored.flush();
                                Future<Response> signing =
                                        people.submit(() -> visit.signsIn(login));
                                LockWait.awaitOf(rows, "delete from session");
                                return signing;
                            });
            after = again.get().getCookie("guichet_session");
        }

        assertThat(named(after)).isNotEqualTo(before);
    }

    private UUID named(String cookie) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        stored.find("sha256", OpaqueToken.of(cookie).sha256()).firstResult().sid);
    }

    private String signsIn() {
        var login = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        return visit.signsIn(login).getCookie("guichet_session");
    }
}
