package guichet.registry.resource;

import guichet.registryclient.RegistryAnswers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The scopes of the APIs on offer. */
@ApplicationScoped
class OfferedScopes implements PanacheRepositoryBase<OfferedScope, String> {
    private final GoneScopes gone;
    private final Clock clock;

    OfferedScopes(GoneScopes gone, Clock clock) {
        this.gone = gone;
        this.clock = clock;
    }

    /**
     * From when a scope is on offer that comes now: as long as somebody may go by what was said
     * before of one of the same name, nobody can tell what was approved. Before the first one
     * nothing was said.
     */
    Instant fromNow() {
        Instant now = clock.instant();
        return count() == 0 ? now : now.plus(RegistryAnswers.FRESH);
    }

    /**
     * Makes the scopes of an API these and no others. One that was another API's comes on offer
     * anew, since whoever approved it approved something else.
     *
     * @param since from when those are on offer that it did not have
     */
    void put(Api api, Instant since) {
        Map<String, Instant> kept = keepOnly(api);
        for (int position = 0; position < api.scopes().size(); position++) {
            ApiScope scope = api.scopes().get(position);
            Instant onOffer =
                    Optional.ofNullable(kept.get(scope.name()))
                            .or(() -> gone.since(api, scope.name()))
                            .orElse(since);
            getEntityManager().merge(new OfferedScope(api.name(), position, scope, onOffer));
        }
        flush();
    }

    /** Since when those are on offer that it has and still wants. */
    private Map<String, Instant> keepOnly(Api api) {
        var kept = new HashMap<String, Instant>();
        for (OfferedScope it : list("resource = ?1 or name in ?2", api.name(), api.scopeNames())) {
            if (it.resource.equals(api.name()) && api.hasScope(it.name)) {
                kept.put(it.name, it.since);
            } else {
                delete(it);
            }
        }
        flush();
        return kept;
    }

    /** Takes scopes from an API, which may have them again in a while. */
    void takeAway(OfferedResource api, Predicate<String> which) {
        for (OfferedScope it : list("resource", api.name)) {
            if (which.test(it.name)) {
                gone.keep(api, it);
                delete(it);
            }
        }
        flush();
    }
}
