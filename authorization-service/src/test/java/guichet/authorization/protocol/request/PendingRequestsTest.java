package guichet.authorization.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.ClaimDemand;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.ResponseMode;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import guichet.oauth.openid.Prompt;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PendingRequestsTest {
    private static final AuthorizationRequest REQUEST =
            new AuthorizationRequest(
                    "cine",
                    ResponseType.CODE,
                    new ReplyAddress(
                            RegistryNeighbour.REDIRECT_URI,
                            true,
                            ResponseMode.FORM_POST,
                            Optional.of("state"),
                            Optional.of("https://sorry.example/no")),
                    Scope.of("movies:read", "openid"),
                    List.of("http://localhost:8090"),
                    Optional.empty(),
                    Optional.of("nonce"),
                    new SignInDemand(
                            Instant.parse("2026-01-01T10:00:00.123456Z"),
                            Set.of(Prompt.LOGIN),
                            Optional.of(10L),
                            Optional.empty(),
                            Optional.of("alice"),
                            Optional.of("fr en"),
                            Optional.empty()),
                    new ClaimsRequest(
                            Map.of("email", new ClaimDemand(true, List.of("a@example.com"))),
                            Map.of()));

    @Inject PendingRequests pending;
    @Inject PendingRequestRows rows;

    @Inject People people;

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void a_request_comes_back_as_it_was_kept() {
        String handle = pending.keep(REQUEST, "a browser");

        assertThat(pending.find(handle, "a browser")).contains(REQUEST);
    }

    @Test
    void of_many_racing_browsers_one_gets_a_posted_request() throws Exception {
        String handle = pending.keepForTheFirst(REQUEST);
        Callable<Boolean> claim = () -> pending.claim(handle, "a browser");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            int winners = 0;
            for (var race : racers.invokeAll(Collections.nCopies(32, claim))) {
                winners += race.get() ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void the_first_choice_of_an_account_counts_in_the_browser_of_the_request() {
        String handle = pending.keep(REQUEST, "a browser");
        UUID alice = people.findByUsername("alice").orElseThrow().id();
        UUID bob = people.findByUsername("bob").orElseThrow().id();

        pending.choose(handle, "another browser", bob);
        pending.choose(handle, "a browser", alice);
        pending.choose(handle, "a browser", bob);

        assertThat(pending.find(handle, "a browser").orElseThrow().demand().chosen())
                .contains(alice);
    }

    @Test
    void what_waits_comes_back_as_it_was() {
        String handle = pending.keep(REQUEST, "a browser");

        assertThat(pending.find(handle, "a browser")).contains(REQUEST);
        assertThat(pending.find(handle, "another browser")).isEmpty();
    }

    @Test
    void what_waited_too_long_is_forgotten() {
        String handle = pending.keepForTheFirst(REQUEST);

        clock.pass(Duration.ofMinutes(31));

        assertThat(pending.claim(handle, "a browser")).isFalse();
        pending.forgetExpired();
        assertThat(rows.count("sha256", OpaqueToken.of(handle).sha256())).isZero();
    }
}
