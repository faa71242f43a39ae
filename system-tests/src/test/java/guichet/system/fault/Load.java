package guichet.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.terminal.Pause;
import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.actor.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Applications that register, sign people in by password, refresh, revoke, and call the API, one
 * after the other, until it is closed. Each keeps in a ledger what was confirmed to it.
 */
final class Load implements AutoCloseable {
    private static final int APPLICATIONS = 4;

    private static final String METADATA =
            """
            {"client_name": "Load", "grant_types": ["password", "client_credentials", "refresh_token"]}\
            """;

    private final Http http;
    private final Ledger ledger;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running;
    private volatile boolean over;

    private Load(Http http, Ledger ledger) {
        this.http = http;
        this.ledger = ledger;
        this.running =
                IntStream.range(0, APPLICATIONS)
                        .<Future<?>>mapToObj(_ -> threads.submit(this::work))
                        .toList();
    }

    static Load on(Http http, Ledger ledger) {
        return new Load(http, ledger);
    }

    private void work() {
        while (!over) {
            Answer registration = tried("register", () -> http.register(METADATA));
            if (registration.status() == 201) {
                var application = new Application(http, registration.body());
                ledger.registered(application);
                live(application);
            }
        }
    }

    private void live(Application application) {
        Answer signedIn = tried("sign in", () -> bob(application));
        if (signedIn.status() == 200) {
            ledger.holds(application, signedIn.refreshToken());
            refreshOften(application, signedIn.refreshToken());
        }
        Answer other = tried("sign in", () -> bob(application));
        if (other.status() == 200) {
            String token = other.accessToken();
            tried("call the API", () -> http.api("GET", "/my-movies", token));
            if (tried("revoke", () -> application.revoke(token)).status() == 200) {
                ledger.revoked(application, token);
            }
        }
        tried("client credentials", application::usesItsOwnCredentials);
    }

    private void refreshOften(Application application, String first) {
        String last = first;
        for (int i = 0; i < 5; i++) {
            String presented = last;
            Answer answer = tried("refresh", () -> application.refreshes(presented));
            if (answer.status() == 200) {
                last = answer.refreshToken();
                ledger.holds(application, last);
            }
        }
    }

    private static Answer bob(Application application) {
        return application.usesPassword("bob", "bob-opens-the-door");
    }

    private Answer tried(String what, Supplier<Answer> request) {
        Answer answer = answer(request);
        outcomes.add(new Outcome(Instant.now(), what, answer.status(), answer.body().toString()));
        if (answer.status() >= 500 || answer.status() == 0) {
            Pause.of(Duration.ofMillis(50));
        }
        return answer;
    }

    /** None is 0: the connection was lost. */
    private static Answer answer(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException _) {
            return Answer.NONE;
        }
    }

    /** Otherwise nothing happened that was worth a test. */
    void requireTrouble() {
        assertThat(outcomes).anyMatch(it -> it.status() == 503 || it.status() == 0);
    }

    /** Whatever went wrong was said to pass, and none of it was anybody's fault. */
    void requireNoWrongAnswer() {
        assertThat(outcomes)
                .filteredOn(it -> !it.isGood() && it.status() != 503 && it.status() != 0)
                .isEmpty();
        System.out.println("answers: " + counts());
    }

    /** From then on all is well. */
    void requireGoodSince(Instant recovered) {
        var since = outcomes.stream().filter(it -> it.at().isAfter(recovered)).toList();
        assertThat(since).isNotEmpty().allMatch(Outcome::isGood);
    }

    private Map<Integer, Long> counts() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::status, Collectors.counting()));
    }

    @Override
    public void close() throws Exception {
        over = true;
        for (Future<?> each : running) {
            each.get();
        }
        threads.close();
    }

    private record Outcome(Instant at, String what, int status, String body) {
        boolean isGood() {
            return status == 200 || status == 201;
        }
    }
}
