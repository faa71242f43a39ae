package guichet.registry.logo;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.oauth.HttpAddress;
import guichet.outside.OutsideCalls;
import guichet.outside.OutsideFailure;
import guichet.registry.logo.Logos.WantedLogo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Fetches logos when clients have registered them, at once, and again until they are there or an
 * hour is over: a registration does not fail by somebody's server.
 */
@ApplicationScoped
public class Logos implements OutboxHandler<WantedLogo> {
    private static final Logger LOG = Logger.getLogger(Logos.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** So long at most who registers a client waits for its logo. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final OutsideCalls calls;
    private final KeptLogos kept;
    private final Outbox outbox;

    Logos(OutsideCalls calls, KeptLogos kept, Outbox outbox) {
        this.calls = calls;
        this.kept = kept;
        this.outbox = outbox;
    }

    /**
     * Has the logo of a client fetched, in the transaction in which it registers it.
     *
     * @param before the address that it had registered before
     * @param now the one that it registers; without one it has no logo any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(String clientId, Optional<URI> before, Optional<URI> now) {
        if (!before.equals(now)) {
            kept.take(clientId);
        }
        if (before.isPresent()) {
            outbox.takeBack(kind(), Map.of("client_id", clientId));
        }
        now.flatMap(HttpAddress::of)
                .ifPresent(it -> outbox.put(kind(), it.host(), new WantedLogo(clientId, it.uri())));
    }

    /**
     * The first attempt for a client that has just registered. It is waited for a moment: our
     * neighbours keep a client for some seconds as they first saw it, so that one that sends
     * somebody over at once would be shown without its logo.
     */
    public void fetchFirst(String clientId) {
        outbox.deliverNow(kind(), Map.of("client_id", clientId), MOMENT);
    }

    @Override
    public Kind<WantedLogo> kind() {
        return Kind.within(PATIENCE, "logo", WantedLogo.class);
    }

    /** Whatever is no image is not asked for again: it would not become one. */
    @Override
    public void deliver(WantedLogo wanted) throws OutsideFailure {
        byte[] content = calls.getAnew(wanted.logoUri()).bytes();
        ImageType.of(content)
                .ifPresentOrElse(
                        type -> give(wanted, content, type),
                        () -> LOG.infof("%s has none: not a PNG, JPEG, GIF or WebP", wanted));
    }

    private void give(WantedLogo wanted, byte[] content, ImageType type) {
        if (!kept.give(wanted.clientId(), wanted.logoUri(), content, type)) {
            LOG.warnf("%s has none: there is no room for more logos", wanted);
        }
    }

    /** A logo that a client registered. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record WantedLogo(String clientId, URI logoUri) {
        /** Without the address, which is a stranger's text. */
        @Override
        public String toString() {
            return "logo of client " + clientId;
        }
    }
}
