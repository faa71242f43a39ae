package guichet.resource;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the grants of tokens stand, by the issuer's status lists: a list is fetched when the first
 * token names it and polled as long as one of its tokens may come again. Validating asks nobody.
 */
@ApplicationScoped
@UnlessBuildProperty(name = "guichet.issues-tokens", stringValue = "true", enableIfMissing = true)
class WatchedLists implements GrantStatuses {
    private final CurrentTime time;
    private final BoundedFetch http;
    private final StatusListReader reader;
    private final ResourceConfig.Status config;
    private final Duration lasting;
    private final Pattern issuers;
    private final Map<String, WatchedList> lists = new ConcurrentHashMap<>();

    WatchedLists(
            CurrentTime time,
            BoundedFetch http,
            StatusListReader reader,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.time = time;
        this.http = http;
        this.reader = reader;
        this.config = config.status();
        this.lasting = this.config.poll().multipliedBy(2).plus(this.config.outage());
        this.issuers = Pattern.compile(Pattern.quote(issuer + "/status-lists/") + "([0-9]+)");
    }

    @Override
    public GrantStatus statusOf(StatusReference token) {
        Matcher list = issuers.matcher(token.uri());
        return list.matches() ? statusOf(token, list.group(1)) : GrantStatus.UNKNOWN;
    }

    private GrantStatus statusOf(StatusReference token, String number) {
        Instant now = time.now();
        var list = lists.computeIfAbsent(token.uri(), uri -> list(uri, number));
        list.wantUntil(token.expiresAt());
        if (list.published().seen().isEmpty()) {
            var answer = list.published().ask(now, config.poll());
            if (!answer.isDone() && Context.isOnEventLoopThread()) {
                return GrantStatus.UNKNOWN; // an event loop must not wait; the next request knows
            }
            answer.join();
        }
        return list.statusOf(token, now, lasting);
    }

    private WatchedList list(String uri, String number) {
        var address = URI.create(config.listsUri() + "/" + number);
        return new WatchedList(new Published<>(address, http, body -> reader.read(body, uri)));
    }

    /**
     * A timer of its own: the scheduler ticks once a second, which would make two seconds three.
     */
    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                config.poll().toMillis(),
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
                        .map(list -> list.published().ask(now, Duration.ZERO))
                        .toArray(CompletableFuture[]::new));
    }
}
