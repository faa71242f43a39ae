package guichet.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is revoked ends everywhere, at the API that asks nobody too. */
@OnStack
class RevocationTest {
    private static final int TIMES = 100;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(250);

    /** What an application's own token does not open: it is judged there, and no query follows. */
    private static final String OF_PERSONS = "/my-movies";

    private final Suite stack;

    RevocationTest(Suite stack) {
        this.stack = stack;
    }

    @Test
    @Tag("RFC7009-2")
    @Timeout(60)
    void a_persons_access_token_is_refused_by_the_api_after_its_refresh_token_was_revoked()
            throws Exception {
        var console =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Console", "grant_types": ["password", "refresh_token"]}\
                                """);
        var tokens = console.usesPassword("bob", "bob-opens-the-door");
        assertThat(stack.http().api("GET", "/my-movies", tokens.accessToken()).status())
                .isEqualTo(200);

        console.revokes(tokens.refreshToken());
        untilRefused("/my-movies", tokens.accessToken());

        var refusal = stack.http().api("GET", "/my-movies", tokens.accessToken());
        assertThat(refusal.error()).isEqualTo("invalid_token");
        assertThat(refusal.errorDescription()).contains("revoked");
    }

    /** The default poll; how long it takes is printed and compared with nothing. */
    @Test
    @Tag("StatusList-8.3")
    @Timeout(120)
    void a_hundred_revocations_are_seen_by_the_api_that_validates_offline() throws Exception {
        // One after the other and before anybody polls: the stack has two cores, perhaps, and the
        // first look at a client is the dearest.
        List<Holder> holders =
                IntStream.range(0, TIMES)
                        .mapToObj(_ -> registered())
                        .map(it -> new Holder(it, it.usesItsOwnCredentials().accessToken()))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> measured =
                    holders.stream()
                            .map(it -> threads.submit(() -> fromRevocationToRefusal(it)))
                            .toList();
            for (var one : measured) {
                one.get();
            }
            List<Duration> sorted = measured.stream().map(Future::resultNow).sorted().toList();
            System.out.printf(
                    "measured: from revocation to 401 at the API, %d times, poll every 2 s:"
                            + " median %d ms, p99 %d ms, longest %d ms%n",
                    TIMES,
                    sorted.get(TIMES / 2).toMillis(),
                    sorted.get(TIMES - 2).toMillis(),
                    sorted.getLast().toMillis());
        }
    }

    private Application registered() {
        return stack.http()
                .registers(
                        """
                        {"client_name": "Statistics", "grant_types": ["client_credentials"]}\
                        """);
    }

    private Duration fromRevocationToRefusal(Holder holder) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(2_000)); // anywhere between two polls
        assertThat(stack.http().api("GET", OF_PERSONS, holder.token()).error())
                .isEqualTo("insufficient_scope");
        holder.application().revokes(holder.token());
        return untilRefused(OF_PERSONS, holder.token());
    }

    private Duration untilRefused(String path, String token) throws InterruptedException {
        long start = System.nanoTime();
        while (stack.http().api("GET", path, token).status() != 401) {
            Thread.sleep(BETWEEN_CALLS);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** An application, and a token that it was given. */
    private record Holder(Application application, String token) {}
}
