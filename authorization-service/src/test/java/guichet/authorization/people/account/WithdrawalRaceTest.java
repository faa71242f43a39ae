package guichet.authorization.people.account;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.GrantEnds;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An application that asks while the person takes its permission back. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithdrawalRaceTest {
    private static final int RACERS = 6;

    private final String client = RegistryNeighbour.client();
    private Visit visit;
    private UUID person;

    @Inject Consents consents;
    @Inject Grants grants;
    @Inject GrantEnds ends;
    @Inject People people;
    @Inject EntityManager database;
    @Inject TestClock clock;

    @BeforeEach
    void approve() {
        Newcomer newcomer = Newcomer.signsUp();
        visit = newcomer.visit();
        person = people.findByUsername(newcomer.username()).orElseThrow().id();
        allows();
    }

    @Test
    void nothing_stands_after_a_withdrawal_that_was_answered() throws Exception {
        for (int round = 0; round < 5; round++) {
            Response page = visit.browser().get("/account/applications");
            try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Response>> silent = askSilently(racers);
                var withdrawal = racers.submit(() -> visit.submits(page, Map.of()));
                for (Future<Response> it : silent) {
                    assertThat(it.get().header("Location")).containsAnyOf("code=", "error=");
                }
                assertThat(withdrawal.get().header("Location")).endsWith("done=application");
            }

            assertThat(grants.clientsOf(person, "", 10_000)).isEmpty();
            assertThat(consents.clientsOf(person, "", 10_000)).isEmpty();
            allows();
        }
    }

    /** Whoever looked before, and comes to make the grant only afterwards, looks again. */
    @Test
    void an_approval_that_is_gone_when_the_grant_is_made_grants_nothing() throws Exception {
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> silent = new ArrayList<>();
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        ends.lock(person, client);
                        silent.addAll(askSilently(racers));
                        awaitWaiting(RACERS);
                        consents.withdraw(person, client);
                        ends.endAllAt(person, client, "permission withdrawn");
                    });

            for (Future<Response> it : silent) {
                assertThat(parameter(it.get(), "error")).isEqualTo("consent_required");
            }
        }
        assertThat(grants.clientsOf(person, "", 10_000)).isEmpty();
    }

    /** The form of the account waits for a grant that is being made, and ends it. */
    @Test
    void a_withdrawal_waits_for_a_grant_that_is_being_made() throws Exception {
        Response page = visit.browser().get("/account/applications");
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> withdrawal = new ArrayList<>();
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        ends.lock(person, client);
                        withdrawal.add(racers.submit(() -> visit.submits(page, Map.of())));
                        awaitWaiting(1);
                        assertThat(withdrawal.getFirst().isDone()).isFalse();
                    });
            assertThat(withdrawal.getFirst().get().header("Location")).endsWith("done=application");
        }
        assertThat(grants.clientsOf(person, "", 10_000)).isEmpty();
    }

    /** Others wait for the lock meanwhile, and each has a connection. */
    @Test
    void the_registry_is_not_asked_while_a_grant_is_made() throws Exception {
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> silent = new ArrayList<>();
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        ends.lock(person, client);
                        silent.addAll(askSilently(racers));
                        awaitWaiting(RACERS);
                        clock.pass(Duration.ofSeconds(11)); // what is known is fresh no more
                    });
            int before = RegistryNeighbour.questionsForApis();

            for (Future<Response> it : silent) {
                assertThat(parameter(it.get(), "code")).startsWith("gac_");
            }
            assertThat(RegistryNeighbour.questionsForApis()).isEqualTo(before);
        } finally {
            clock.reset();
        }
    }

    private List<Future<Response>> askSilently(ExecutorService racers) {
        Callable<Response> ask =
                () -> {
                    var parameters = request(client);
                    parameters.put("prompt", "none");
                    return visit.asks(parameters);
                };
        List<Future<Response>> asked = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            asked.add(racers.submit(ask));
        }
        return asked;
    }

    /** So many wait for the lock that this transaction has. */
    private void awaitWaiting(int many) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        long waiting = 0;
        while (waiting < many && Instant.now().isBefore(patience)) {
            waiting =
                    (Long)
                            database.createNativeQuery(
                                            "select count(*) from pg_locks"
                                                    + " where locktype = 'advisory' and not granted",
                                            Long.class)
                                    .getSingleResult();
        }
        assertThat(waiting).isGreaterThanOrEqualTo(many);
    }

    private void allows() {
        Response page = visit.follows(visit.asks(request(client)));
        assertThat(parameter(visit.submits(page, Map.of("decision", "allow")), "code"))
                .startsWith("gac_");
    }
}
