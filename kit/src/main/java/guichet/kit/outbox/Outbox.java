package guichet.kit.outbox;

import static guichet.kit.audit.AuditEvent.MESSAGE_GIVEN_UP;
import static guichet.kit.audit.AuditField.ATTEMPTS;
import static guichet.kit.audit.AuditField.MESSAGE;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.audit.Audit;
import guichet.kit.log.Outage;
import guichet.kit.neighbour.NeighbourRefusal;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Keeps messages until they have been delivered or patience ends; replicas share the work. */
@ApplicationScoped
@IfBuildProperty(name = "guichet.outbox", stringValue = "true")
public class Outbox {
    /** Longer than an attempt can last: whoever dies during one has it repeated after so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** For attempts under way when the service stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** So many messages of a kind are under way at most, in each replica, when they are due. */
    static final int AT_ONCE = 50;

    /** So many of those are under way at most that somebody waits for. */
    static final int NOW_AT_ONCE = 10;

    /** So many wait for a kind at most; who comes beyond that has theirs when they are due. */
    static final int WAIT_AT_ONCE = 5;

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final String ANYTHING = "{}";

    private final OutboxTable table;
    private final Map<String, OutboxHandler<?>> handlers;
    private final ObjectMapper json;
    private final Clock clock;
    private final Audit audit;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Semaphore> waiting;
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

    public Outbox(
            DataSource database,
            @All List<OutboxHandler<?>> handlers,
            ObjectMapper json,
            Clock clock,
            Audit audit) {
        this.table = new OutboxTable(database);
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(it -> it.kind().name(), Function.identity()));
        this.waiting =
                this.handlers.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), _ -> new Semaphore(WAIT_AT_ONCE)));
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Keeps a message, in the transaction of what it tells.
     *
     * @param recipient whose turn it takes: recipients are served in turn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <P> void put(Kind<P> kind, String recipient, P payload) {
        putAll(kind, _ -> recipient, List.of(payload));
    }

    /** Keeps any number of messages, each for its own recipient, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <P> void putAll(Kind<P> kind, Function<P, String> recipient, Collection<P> payloads) {
        table.add(
                kind.name(),
                payloads.stream().map(recipient).toArray(String[]::new),
                payloads.stream().map(this::written).toArray(String[]::new),
                clock.instant());
    }

    /**
     * Takes messages back that have not been delivered yet.
     *
     * @param saying what they say among other things, by name
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Kind<?> kind, Map<String, ?> saying) {
        table.remove(kind.name(), written(saying));
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
        return start(() -> deliverAll(handler, ANYTHING, AT_ONCE, () -> true))
                .whenComplete((_, _) -> underWay.remove(handler.kind().name()));
    }

    private void deliverAll(
            OutboxHandler<?> handler, String saying, int atOnce, BooleanSupplier hasTime) {
        int claimed;
        do {
            claimed = deliverSome(handler, saying, atOnce);
        } while (claimed > 0 && hasTime.getAsBoolean() && !couriers.isShutdown());
    }

    /**
     * Delivers messages of a kind at once, and waits for that, but no longer than a moment: an
     * attempt that takes longer goes on. What none was begun for in that moment, or for which too
     * many wait already, is delivered as if nobody waited.
     *
     * @param saying what the messages say among other things, by name
     */
    public void deliverNow(Kind<?> kind, Map<String, ?> saying, Duration moment) {
        OutboxHandler<?> handler = requireNonNull(handlers.get(kind.name()));
        Semaphore places = requireNonNull(waiting.get(kind.name()));
        if (places.tryAcquire()) {
            long start = System.nanoTime();
            BooleanSupplier hasTime = () -> System.nanoTime() - start < moment.toNanos();
            start(
                            () -> {
                                try {
                                    deliverAll(handler, written(saying), NOW_AT_ONCE, hasTime);
                                } finally {
                                    places.release(); // the future's time may end before
                                }
                            })
                    .completeOnTimeout(null, moment.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** To recipients side by side, one message each; answers how many there were. */
    private int deliverSome(OutboxHandler<?> handler, String saying, int atOnce) {
        Instant now = clock.instant();
        var claimed = table.claim(handler.kind().name(), saying, now, now.plus(LEASE), atOnce);
        all(claimed.stream().map(it -> start(() -> attempt(handler, it))).toList()).join();
        return claimed.size();
    }

    private void attempt(OutboxHandler<?> handler, Waiting message) {
        if (message.isOlderThan(handler.kind().patience(), clock.instant())) {
            int attempts = message.attempts() - 1;
            LOG.warnf("given up after %d attempts: %s", attempts, told(handler, message));
            tellGivenUp(message, attempts);
            table.remove(message);
        } else {
            failure(handler, message)
                    .ifPresentOrElse(
                            why -> keep(handler, message, why), () -> table.remove(message));
        }
    }

    /**
     * Who did not take the one will not take the next at once, but perhaps in a moment; whom we had
     * no place to call may, and loses none for that.
     */
    private void keep(OutboxHandler<?> handler, Waiting message, Exception why) {
        LOG.warnf("not delivered yet: %s: %s", told(handler, message), causes(why));
        Instant now = clock.instant();
        if (isWithoutPlace(why)) {
            table.giveBack(message, now.plus(Waiting.FIRST_REST));
            return;
        }
        table.putOffOthers(message, now.plus(message.restOfOthers()));
        table.putOff(message, now.plus(message.rest(handler.kind().longestRest())));
        handler.kind()
                .bound()
                .ifPresent(bound ->
                        table.removeBeyond(bound, message)
                                .forEach(it -> tellGivenUp(it, it.attempts())));
    }

    private void tellGivenUp(Waiting message, int attempts) {
        audit.tell(MESSAGE_GIVEN_UP, MESSAGE.is(message), ATTEMPTS.is(attempts));
    }

    private static boolean isWithoutPlace(Exception why) {
        return why instanceof OAuthException refusal
                && refusal.error().reason() == Reason.SERVICE_BUSY;
    }

    private <P> Optional<Exception> failure(OutboxHandler<P> handler, Waiting message) {
        try {
            handler.deliver(json.readValue(message.payload(), handler.kind().payload()));
            return Optional.empty();
        } catch (Exception undelivered) {
            return Optional.of(undelivered);
        }
    }

    /** A message in the words of its payload; what is written as none is named alone. */
    private String told(OutboxHandler<?> handler, Waiting message) {
        try {
            return message + ": " + json.readValue(message.payload(), handler.kind().payload());
        } catch (JsonProcessingException _) {
            return message.toString();
        }
    }

    /**
     * Without their texts, which quote what was sent, and to whom. What keeps us from calling an
     * address of somebody's is told in words of our own.
     */
    private static String causes(Throwable thrown) {
        return switch (thrown) {
            case ExplainedFailure failure -> failure.words();
            case OAuthException refusal -> refusal.error().description();
            case NeighbourRefusal refusal -> String.valueOf(refusal.getMessage());
            default ->
                    Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                            .map(it -> it.getClass().getSimpleName())
                            .collect(Collectors.joining(" by "));
        };
    }

    /** What fails here is due again when its lease ends. */
    private CompletableFuture<Void> start(Runnable work) {
        try {
            return CompletableFuture.runAsync(
                    () -> {
                        try {
                            work.run();
                        } catch (RuntimeException unreachable) {
                            LOG.warnf("messages are not delivered: %s", Outage.words(unreachable));
                        }
                    },
                    couriers);
        } catch (RejectedExecutionException _) { // we are stopping, and others deliver them
            return all(List.of());
        }
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

    /** What is cut off is repeated when its lease ends. */
    @PreDestroy
    void finish() throws InterruptedException {
        couriers.shutdown();
        if (!couriers.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            couriers.shutdownNow();
        }
    }
}
