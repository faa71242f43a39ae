package guichet.outside;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import guichet.kit.cache.WeighedCache;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.ForeignKeys;
import guichet.oauth.OAuthException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;

/**
 * JWK Sets that others publish, which are kept for as long as their server allows, fetched anew
 * when a signature names an unknown key (once a second at most), and go on serving for an hour
 * while it is away. Each publisher has one, however often it names another address.
 */
@ApplicationScoped
public class PublishedKeys {
    private static final long MOST_BYTES = 16_000_000;

    private final OutsideCalls calls;
    private final Clock clock;
    private final Cache<String, PublishedSet> published =
            WeighedCache.<String, PublishedSet>of(MOST_BYTES, PublishedSet::characters)
                    .expireAfterAccess(Duration.ofHours(2))
                    .build();

    /** Of those who are asked: one thread asks, and whoever waited for it has its answer. */
    private final LoadingCache<String, ReentrantLock> asked =
            Caffeine.newBuilder().weakValues().build(_ -> new ReentrantLock());

    PublishedKeys(OutsideCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The keys there with which this may be signed.
     *
     * @param publisher whose they are
     * @throws IOException when there is no JWK Set to be had
     * @throws OAuthException when it has to be asked for, and too much is asked for already
     */
    public List<Key> fitting(String publisher, URI address, ForeignJwt jwt) throws IOException {
        List<Key> fitting = current(publisher, address).keys().fitting(jwt);
        return fitting.isEmpty()
                ? anew(publisher, address, PublishedSet::wasJustAskedFor).keys().fitting(jwt)
                : fitting;
    }

    /**
     * What is good now. Our own refusal to ask does not count as an outage: whoever fills the
     * places, or spends the calls of their network, would keep a key good that was withdrawn.
     */
    private PublishedSet current(String publisher, URI address) throws IOException {
        Optional<PublishedSet> kept = kept(publisher, address);
        if (kept.isPresent() && kept.get().isFresh(clock.instant())) {
            return kept.get();
        }
        try {
            return anew(publisher, address, PublishedSet::isFresh);
        } catch (IOException away) {
            return kept(publisher, address)
                    .filter(it -> it.isGoodInAnOutage(clock.instant()))
                    .orElseThrow(() -> away);
        }
    }

    /**
     * One that was asked for by now.
     *
     * @param enough what a set has to be at this moment for it not to be asked for
     */
    private PublishedSet anew(
            String publisher, URI address, BiPredicate<PublishedSet, Instant> enough)
            throws IOException {
        ReentrantLock lock = asked.get(publisher);
        if (!isOurs(lock)) {
            throw new IOException("others ask for it, and have no answer yet");
        }
        try {
            Optional<PublishedSet> kept = kept(publisher, address);
            return kept.isPresent() && enough.test(kept.get(), clock.instant())
                    ? kept.get()
                    : fetched(publisher, address, kept);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOurs(ReentrantLock lock) {
        try {
            return lock.tryLock(OutsideCalls.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is there stays, whether its server is away or we may not ask it now. */
    private PublishedSet fetched(String publisher, URI address, Optional<PublishedSet> kept)
            throws IOException {
        try {
            PublishedSet fetched = read(address, calls.getAnew(address), clock.instant());
            published.put(publisher, fetched);
            return fetched;
        } catch (IOException away) {
            kept.ifPresent(it -> published.put(publisher, it.askedForInVain(clock.instant())));
            throw away;
        }
    }

    private static PublishedSet read(URI address, OutsideAnswer answer, Instant now)
            throws IOException {
        try {
            ForeignKeys keys = ForeignKeys.read(answer.body());
            return PublishedSet.of(address, keys, Freshness.told(answer, now), now);
        } catch (ForeignFault fault) {
            throw new IOException("what is published there " + fault.words(), fault);
        }
    }

    private Optional<PublishedSet> kept(String publisher, URI address) {
        return Optional.ofNullable(published.getIfPresent(publisher))
                .filter(it -> it.address().equals(address));
    }
}
