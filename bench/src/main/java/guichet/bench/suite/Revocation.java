package guichet.bench.suite;

import guichet.bench.issuer.Application;
import guichet.bench.load.Load;
import guichet.bench.load.Wrk;
import guichet.bench.machine.Series;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How long it takes from {@code /revoke} until the API refuses the token, while others call the
 * API.
 */
record Revocation(Application application, URI revocation, URI api) {
    static final int TOKENS = 60;
    private static final int CONNECTIONS = 16;

    /** Over which the revocations are spread: several of the API's rounds of asking. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private static final Duration LOAD = SPREAD.plusSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Calls CALLS = new Calls(Map.of());

    /**
     * Measures it.
     *
     * @param load what others ask of the API
     * @param accessTokens of grants that are revoked here
     */
    Series measure(Wrk wrk, Load load, List<String> accessTokens) {
        var others = CompletableFuture.supplyAsync(() -> wrk.send(load, CONNECTIONS, LOAD));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> waiting =
                    IntStream.range(0, accessTokens.size())
                            .mapToObj(it -> threads.submit(() -> later(it, accessTokens)))
                            .toList();
            var took = waiting.stream().map(Revocation::join).toList();
            others.join();
            return new Series(
                    "from /revoke until movies-api refuses the token, under load of %d connections"
                            .formatted(CONNECTIONS),
                    "ms",
                    took);
        }
    }

    private double later(int number, List<String> tokens) {
        Pause.of(SPREAD.multipliedBy(number).dividedBy(tokens.size()));
        String token = tokens.get(number);
        if (status(token) != 200) {
            throw new Failure("the API does not take the token to begin with");
        }
        long start = System.nanoTime();
        application.ask(revocation, "token=" + token);
        long deadline = start + PATIENCE.toNanos();
        while (status(token) != 401) {
            if (System.nanoTime() > deadline) {
                throw new Failure("the API takes a token a minute after it was revoked");
            }
            Pause.of(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private int status(String token) {
        var request = Calls.to(api).header("Authorization", "Bearer " + token).build();
        return CALLS.send(request).statusCode();
    }

    private static double join(Future<Double> waiting) {
        try {
            return waiting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } catch (ExecutionException e) {
            throw new Failure("revoking fails: " + e.getCause(), e);
        }
    }
}
