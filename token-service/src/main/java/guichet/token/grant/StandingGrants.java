package guichet.token.grant;

import guichet.kit.cache.BriefCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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
    private final BriefCache<ClientAtApis, StatusIndex> known;

    StandingGrants(StoredStandingGrants stored) {
        this.known = new BriefCache<>(stored::findOrMake);
    }

    /** The place of the client's own grant at these APIs. */
    public StatusIndex of(String clientId, Set<String> audience) {
        return known.get(ClientAtApis.of(clientId, audience));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsEnded.OfAnybody event) {
        known.forget();
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
