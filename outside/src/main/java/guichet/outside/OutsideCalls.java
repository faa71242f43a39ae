package guichet.outside;

import static java.util.Objects.requireNonNullElse;

import com.github.benmanes.caffeine.cache.Cache;
import guichet.kit.audit.StrangersLog;
import guichet.kit.cache.WeighedCache;
import guichet.oauth.HttpAddress;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Calls addresses that others chose; see the package for the rules. */
@ApplicationScoped
public class OutsideCalls {
    private static final Logger LOG = Logger.getLogger(OutsideCalls.class);

    /** With one call. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long MOST_KEPT_BYTES = 16_000_000;

    private final Clock clock;
    private final OutsidePlaces places;
    private final OutsideRules rules;
    private final OutsideConnection connection;

    // Its bound frees memory; how long an answer is good is told by our clock.
    private final Cache<URI, KeptAnswer> kept =
            WeighedCache.<URI, KeptAnswer>of(MOST_KEPT_BYTES, it -> it.answer().size()).build();

    @Inject
    OutsideCalls(
            OutsideConfig config,
            Vertx vertx,
            Clock clock,
            OutsidePlaces places,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this(config, vertx, clock, places, InetAddress::getAllByName, HttpAddress.of(issuer));
    }

    OutsideCalls(
            OutsideConfig config,
            Vertx vertx,
            Clock clock,
            OutsidePlaces places,
            OutsideRules.Resolver resolver,
            Optional<HttpAddress> ourselves) {
        this.clock = clock;
        this.places = places;
        this.rules = new OutsideRules(config, resolver, ourselves);
        this.connection = new OutsideConnection(vertx, config.caFile(), PATIENCE);
    }

    @Produces
    @Singleton
    static StrangersLog log() {
        return StrangersLog.of(OutsideCalls.class);
    }

    /**
     * What is published there, from memory for as long as its server allowed, RFC 9111 §4.2.
     *
     * @throws OutsideFailure unless the answer is 200
     * @throws guichet.oauth.OAuthException if too many calls are under way, or were caused from
     *     where the request under way is from
     */
    public OutsideAnswer get(URI address) throws OutsideFailure {
        Instant now = clock.instant();
        KeptAnswer last = kept.getIfPresent(address);
        if (last != null && now.isBefore(last.until())) {
            return last.answer();
        }
        OutsideAnswer answer = getAnew(address);
        Instant until = Freshness.until(answer, now);
        if (until.isAfter(now)) {
            kept.put(address, new KeptAnswer(answer, until));
        }
        return answer;
    }

    /**
     * What is published there now.
     *
     * @throws OutsideFailure unless the answer is 200
     * @throws guichet.oauth.OAuthException if too many calls are under way, or were caused from
     *     where the request under way is from
     */
    public OutsideAnswer getAnew(URI address) throws OutsideFailure {
        HttpAddress web = rules.check(address);
        RequestOptions request = options(web).setMethod(HttpMethod.GET);
        return succeeded(call(web.host(), request, Buffer.buffer()), 200);
    }

    /**
     * Sends a form, in the form encoding of RFC 6749 appendix B.
     *
     * @throws OutsideFailure unless the answer is 200 or 204
     * @throws guichet.oauth.OAuthException if too many calls are under way, or were caused from
     *     where the request under way is from
     */
    public OutsideAnswer post(URI address, String form) throws OutsideFailure {
        HttpAddress web = rules.check(address);
        RequestOptions request =
                options(web)
                        .setMethod(HttpMethod.POST)
                        .putHeader("Content-Type", "application/x-www-form-urlencoded");
        return succeeded(call(web.host(), request, Buffer.buffer(form)), 200, 204);
    }

    private static RequestOptions options(HttpAddress address) {
        return new RequestOptions()
                .setSsl(address.isHttps())
                .setHost(address.host())
                .setPort(address.effectivePort())
                .setURI(address.target());
    }

    private OutsideAnswer call(String host, RequestOptions request, Buffer body)
            throws OutsideFailure {
        try {
            return connection
                    .send(request, body, () -> rules.resolve(host), places.take())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException failed) {
            var failure =
                    failed.getCause() instanceof OutsideFailure told
                            ? told
                            : OutsideFailure.unreached(
                                    requireNonNullElse(failed.getCause(), failed));
            LOG.infof("%s was called in vain: %s", host, failure.getMessage());
            throw failure;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw OutsideFailure.unreached(interrupted);
        }
    }

    private static OutsideAnswer succeeded(OutsideAnswer answer, Integer... good)
            throws OutsideFailure {
        if (List.of(good).contains(answer.status())) {
            return answer;
        }
        if (answer.status() / 100 == 3) {
            throw new OutsideFailure(
                    "the answer is %d, and redirects are not followed".formatted(answer.status()));
        }
        throw new OutsideFailure("the answer is " + answer.status());
    }

    private record KeptAnswer(OutsideAnswer answer, Instant until) {}
}
