package guichet.resource;

import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the grants of tokens stand, by the issuer's status lists: a list is fetched when the first
 * token names it and polled as long as one of its tokens may come again. Validating asks nobody.
 */
@ApplicationScoped
class GrantStatuses {
    /** A tick that comes a little early is not to be waited for until the next. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final CurrentTime time;
    private final StatusListFetcher fetcher;
    private final Duration poll;
    private final Duration lasting;
    private final Map<String, WatchedList> lists = new ConcurrentHashMap<>();

    private volatile Instant dueAt = Instant.EPOCH;

    GrantStatuses(CurrentTime time, StatusListFetcher fetcher, ResourceConfig config) {
        this.time = time;
        this.fetcher = fetcher;
        this.poll = config.status().poll();
        this.lasting = poll.multipliedBy(2).plus(config.status().outage());
    }

    /**
     * Where a token's grant stands.
     *
     * @param issuedAt of the token
     * @param expiresAt of the token: until then its list is watched
     */
    GrantStatus of(StatusReference reference, Instant issuedAt, Instant expiresAt) {
        if (!fetcher.isIssuers(reference.uri())) {
            return GrantStatus.UNKNOWN;
        }
        Instant now = time.now();
        var list = lists.computeIfAbsent(reference.uri(), uri -> new WatchedList(uri, fetcher));
        list.wantUntil(expiresAt);
        if (list.isUnseen()) {
            var answer = list.ask(now, poll);
            if (!answer.isDone() && Context.isOnEventLoopThread()) {
                return GrantStatus.UNKNOWN; // an event loop must not wait; the next request knows
            }
            answer.join();
        }
        return list.statusAt(reference.index(), issuedAt, now, lasting);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pollWhenDue() {
        if (!time.now().isBefore(dueAt)) {
            poll();
        }
    }

    void poll() {
        Instant now = time.now();
        dueAt = now.plus(poll).minus(TICK.dividedBy(2));
        lists.values().removeIf(list -> !list.isWantedAt(now));
        CompletableFuture.allOf(
                        lists.values().stream()
                                .map(list -> list.ask(now, Duration.ZERO))
                                .toArray(CompletableFuture[]::new))
                .join();
    }
}
