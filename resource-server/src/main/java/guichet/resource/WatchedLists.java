package guichet.resource;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
@UnlessBuildProperty(name = "guichet.issues-tokens", stringValue = "true", enableIfMissing = true)
class WatchedLists implements GrantStatuses {
    private final CurrentTime time;
    private final StatusListFetcher fetcher;
    private final Duration poll;
    private final Duration lasting;
    private final Map<String, WatchedList> lists = new ConcurrentHashMap<>();

    WatchedLists(CurrentTime time, StatusListFetcher fetcher, ResourceConfig config) {
        this.time = time;
        this.fetcher = fetcher;
        this.poll = config.status().poll();
        this.lasting = poll.multipliedBy(2).plus(config.status().outage());
    }

    @Override
    public GrantStatus statusOf(StatusReference token) {
        if (!fetcher.isIssuers(token.uri())) {
            return GrantStatus.UNKNOWN;
        }
        Instant now = time.now();
        var list = lists.computeIfAbsent(token.uri(), uri -> new WatchedList(uri, fetcher));
        list.wantUntil(token.expiresAt());
        if (list.isUnseen()) {
            var answer = list.ask(now, poll);
            if (!answer.isDone() && Context.isOnEventLoopThread()) {
                return GrantStatus.UNKNOWN; // an event loop must not wait; the next request knows
            }
            answer.join();
        }
        return list.statusAt(token.index(), token.issuedAt(), now, lasting);
    }

    /** A timer of its own: the scheduler ticks once a second, which would make five seconds six. */
    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                poll.toMillis(),
                _ -> {
                    var _ = poll();
                });
    }

    /** Asks for every list that is wanted; the answer says when all have come. */
    CompletableFuture<Void> poll() {
        Instant now = time.now();
        lists.values().removeIf(list -> !list.isWantedAt(now));
        return CompletableFuture.allOf(
                lists.values().stream()
                        .map(list -> list.ask(now, Duration.ZERO))
                        .toArray(CompletableFuture[]::new));
    }
}
