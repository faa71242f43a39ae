package guichet.system.rule;

import com.nimbusds.jwt.SignedJWT;
import guichet.system.actor.Application;
import guichet.system.actor.CachingValidator;
import guichet.system.actor.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that get tokens without a pause and use each at the API, which validates offline; an old
 * one is used again and again. Whatever should not happen is noted.
 */
final class KeyLoad implements AutoCloseable {
    private static final int CLIENTS = 4;

    /** For as long replicas may not know of a withdrawal, {@code docs/keys.md}. */
    private static final Duration UNKNOWN_TO_REPLICAS = Duration.ofSeconds(2);

    private final Http http;
    private final Application application;
    private final CachingValidator validator;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> signers = new ConcurrentHashMap<>();
    private final AtomicInteger oldTokens = new AtomicInteger();
    private volatile String withdrawn = "";
    private volatile Instant notSignedFrom = Instant.MAX;
    private volatile boolean over;

    KeyLoad(Http http, Application application) {
        this.http = http;
        this.application = application;
        this.validator = new CachingValidator(http);
        for (int client = 0; client < CLIENTS; client++) {
            threads.submit(this::run);
        }
    }

    private void run() {
        try {
            SignedJWT old = token();
            while (!over) {
                boolean late = Instant.now().isAfter(notSignedFrom);
                use(token(), late);
                useAgain(old);
                old = kid(old).equals(withdrawn) ? token() : old;
            }
        } catch (Exception | AssertionError fault) {
            faults.add("a client gave up: " + fault);
        }
    }

    private SignedJWT token() throws Exception {
        return SignedJWT.parse(application.usesItsOwnCredentials().accessToken());
    }

    /**
     * @param late whether it was asked for when the withdrawn key had to be unknown everywhere
     */
    private void use(SignedJWT token, boolean late) throws Exception {
        signers.merge(kid(token), 1, Integer::sum);
        boolean known = validator.takes(token);
        int status = call(token);
        if (!kid(token).equals(withdrawn) && (!known || status != 200)) {
            faults.add("a new token of %s: known %s, %d".formatted(kid(token), known, status));
        }
        if (kid(token).equals(withdrawn) && late) {
            faults.add("a token of the withdrawn key was issued");
        }
    }

    private void useAgain(SignedJWT token) {
        oldTokens.incrementAndGet();
        int status = call(token);
        if (status != 200 && !kid(token).equals(withdrawn)) {
            faults.add("an old token of %s: %d".formatted(kid(token), status));
        }
    }

    private int call(SignedJWT token) {
        return http.api("GET", "/stats_movies", token.serialize()).status();
    }

    private static String kid(SignedJWT token) {
        return token.getHeader().getKeyID();
    }

    /** From now on tokens of this key need not be good. */
    void withdraws(String kid) {
        withdrawn = kid;
    }

    /** From now on, two seconds later, there must be none. */
    void hasWithdrawn() {
        notSignedFrom = Instant.now().plus(UNKNOWN_TO_REPLICAS);
    }

    /** How many new tokens each key has signed, by its name. */
    Map<String, Integer> signers() {
        return Map.copyOf(signers);
    }

    int oldTokensUsed() {
        return oldTokens.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
