package guichet.authorization.people.person;

import static java.util.Objects.requireNonNull;

import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkShares;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads of their own for what takes a processor long: hashing passwords. On the virtual threads
 * that serve requests it would hold the carriers of all others; here one processor at least is left
 * to them. Whoever finds the queue full, or waits too long in it, is told at once to come back.
 */
@Singleton
class HashingThreads {
    private static final int MOST_UNASKED = 4;

    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private final NetworkShares shares;
    private final Map<End, Counter> refused = new EnumMap<>(End.class);

    @Inject
    HashingThreads(
            PasswordConfig config,
            ClientNetwork network,
            ClientAddress address,
            MeterRegistry meters) {
        this(
                config,
                new NetworkShares(
                        config.queue() + atOnce(config),
                        () -> network.findHolder(address.findTold())),
                meters);
    }

    HashingThreads(PasswordConfig config, NetworkShares shares, MeterRegistry meters) {
        int hashes = atOnce(config);
        this.patience = config.patience();
        this.shares = shares;
        this.threads =
                new ThreadPoolExecutor(
                        hashes,
                        hashes,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(config.queue()),
                        Thread.ofPlatform().name("hashing-", 0).daemon().factory());
        for (End end : End.values()) {
            refused.put(
                    end,
                    Counter.builder("guichet.hashing.refused")
                            .description("passwords that were not hashed, by what was at its end")
                            .tag("end", end.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        Gauge.builder("guichet.hashing.waiting", threads, it -> it.getQueue().size())
                .description("passwords that wait to be hashed")
                .register(meters);
    }

    /**
     * How many are hashed at once. What they take is not of the heap, so that a machine with many
     * processors does not give a container more of them than it has memory for.
     */
    static int atOnce(PasswordConfig config) {
        int allProcessorsButOne = Runtime.getRuntime().availableProcessors() - 1;
        return config.concurrentHashes().orElse(Math.clamp(allProcessorsButOne, 1, MOST_UNASKED));
    }

    /**
     * Does the work when it is its turn, and waits for it.
     *
     * @throws OAuthException if it will not be its turn in time, or too much of the same network
     *     waits already
     */
    <T> T run(Callable<T> work) {
        try (var _ = shares.take().orElseThrow(() -> busy(End.NETWORK))) {
            return queued(work);
        }
    }

    private <T> T queued(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return await(task);
        } catch (RejectedExecutionException _) {
            throw busy(End.QUEUE);
        } catch (CancellationException _) {
            throw busy(End.STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            threads.remove(task);
            throw busy(End.STOP);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** What has begun is waited for: patience is with the queue. */
    private <T> T await(FutureTask<T> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            if (threads.remove(task)) {
                throw busy(End.PATIENCE);
            }
            return task.get();
        }
    }

    private OAuthException busy(End end) {
        requireNonNull(refused.get(end)).increment();
        return Reason.SERVICE_BUSY
                .error("too many passwords%s are being checked: try again soon", end.whose)
                .withRetryAfter(patience.plusSeconds(1))
                .refuse();
    }

    @PreDestroy
    void end() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
    }

    /** What has come to its end where a password is not hashed. */
    private enum End {
        NETWORK(" from this network"),
        QUEUE(""),
        PATIENCE(""),
        STOP("");

        private final String whose;

        End(String whose) {
            this.whose = whose;
        }
    }
}
