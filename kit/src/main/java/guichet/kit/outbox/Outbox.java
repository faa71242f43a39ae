package guichet.kit.outbox;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Keeps messages until they have been delivered or patience ends; replicas share the work. */
@ApplicationScoped
@IfBuildProperty(name = "guichet.outbox", stringValue = "true")
public class Outbox {
    /** Longer than an attempt can last: whoever dies during one has it repeated after so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** So many messages of a kind are under way at most, in each replica. */
    static final int AT_ONCE = 50;

    private static final Logger AUDIT = Logger.getLogger("guichet.audit");
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final String ANYTHING = "{}";

    private final OutboxTable table;
    private final Map<String, OutboxHandler<?>> handlers;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

    public Outbox(
            DataSource database,
            @All List<OutboxHandler<?>> handlers,
            ObjectMapper json,
            Clock clock) {
        this.table = new OutboxTable(database);
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(it -> it.kind().name(), Function.identity()));
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a message, in the transaction of what it tells.
     *
     * @param recipient whose turn it takes: recipients are served in turn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <P> void put(Kind<P> kind, String recipient, P payload) {
        table.add(kind.name(), recipient, written(payload), clock.instant());
    }

    @Scheduled(every = "1s")
    void look() {
        var _ = deliverDue();
    }

    /** Delivers what is due; a kind that takes its time holds no other up. */
    public CompletableFuture<Void> deliverDue() {
        return all(
                handlers.entrySet().stream()
                        .filter(kind -> underWay.add(kind.getKey()))
                        .map(kind -> deliverDue(kind.getValue()))
                        .toList());
    }

    private CompletableFuture<Void> deliverDue(OutboxHandler<?> handler) {
        return start(() -> deliverAll(handler))
                .whenComplete((_, _) -> underWay.remove(handler.kind().name()));
    }

    private void deliverAll(OutboxHandler<?> handler) {
        int claimed;
        do {
            claimed = deliverSome(handler, ANYTHING);
        } while (claimed > 0);
    }

    /**
     * Delivers messages of a kind at once, and waits for that, but no longer than a moment: what
     * takes longer goes on.
     *
     * @param saying what the messages say among other things, by name
     */
    public void deliverNow(Kind<?> kind, Map<String, ?> saying, Duration moment) {
        OutboxHandler<?> handler = requireNonNull(handlers.get(kind.name()));
        start(() -> deliverSome(handler, written(saying)))
                .completeOnTimeout(null, moment.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** To recipients side by side; answers how many messages were claimed. */
    private int deliverSome(OutboxHandler<?> handler, String saying) {
        Instant now = clock.instant();
        var claimed = table.claim(handler.kind().name(), saying, now, now.plus(LEASE), AT_ONCE);
        Map<String, List<Waiting>> messages =
                claimed.stream()
                        .sorted(Comparator.comparing(Waiting::askedAt))
                        .collect(Collectors.groupingBy(Waiting::recipient));
        all(messages.values().stream()
                        .map(its -> start(() -> deliverInOrder(handler, its)))
                        .toList())
                .join();
        return claimed.size();
    }

    /** Those to one recipient, as long as they are taken: the others rest as well. */
    private void deliverInOrder(OutboxHandler<?> handler, List<Waiting> messages) {
        boolean taken = true;
        for (Waiting message : messages) {
            taken = taken && isDelivered(handler, message);
            if (!taken) {
                Duration rest = message.rest(handler.kind().longestRest());
                table.putOff(message, clock.instant().plus(rest));
            }
        }
    }

    private <P> boolean isDelivered(OutboxHandler<P> handler, Waiting message) {
        String told = message.toString();
        try {
            P payload = json.readValue(message.payload(), handler.kind().payload());
            told += ": " + payload;
            if (message.isOlderThan(handler.kind().patience(), clock.instant())) {
                int attempts = message.attempts() - 1;
                AUDIT.infof("%s: given up after %d attempts", told, attempts);
            } else {
                handler.deliver(payload);
            }
            table.remove(message);
            return true;
        } catch (Exception undelivered) {
            LOG.warnf("not delivered yet: %s: %s", told, undelivered);
            return false;
        }
    }

    /** What fails here is due again when its lease ends. */
    private CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException unreachable) {
                        LOG.warn("messages are not delivered", unreachable);
                    }
                },
                couriers);
    }

    private String written(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written", e);
        }
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    @PreDestroy
    void finish() {
        couriers.close();
    }
}
