package guichet.token.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applications' own grants, to which tokens of the client credentials grant belong, RFC 6749 §4.4:
 * one for each client and audience, made at first use and replaced when it ends.
 *
 * <p>What is known is used for a second, so that issuing a token asks no database. A grant that
 * another replica revokes may be given tokens for that second; the status list ends them.
 */
@ApplicationScoped
public class StandingGrants {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final StoredStandingGrants stored;
    private final Cache<ClientAtApis, StatusIndex> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

    StandingGrants(StoredStandingGrants stored) {
        this.stored = stored;
    }

    /** The place of the client's own grant at these APIs. */
    public StatusIndex of(String clientId, Set<String> audience) {
        return known.get(ClientAtApis.of(clientId, audience), stored::findOrMake);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsEnded.OfAnybody event) {
        known.invalidateAll();
    }

    /**
     * Which grant is meant.
     *
     * @param audience the identifiers of the APIs in order, separated by spaces
     */
    record ClientAtApis(String clientId, String audience) {
        static ClientAtApis of(String clientId, Set<String> audience) {
            return new ClientAtApis(clientId, String.join(" ", new TreeSet<>(audience)));
        }
    }
}
