package guichet.registry.resource;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The scopes of the APIs on offer. */
@ApplicationScoped
class OfferedScopes implements PanacheRepositoryBase<OfferedScope, String> {
    private final GoneScopes gone;

    OfferedScopes(GoneScopes gone) {
        this.gone = gone;
    }

    /**
     * Makes the scopes of an API these and no others. One that was another API's comes on offer
     * now, since whoever approved it approved something else.
     */
    void put(Api api) {
        Map<String, Instant> kept = keepOnly(api);
        for (int position = 0; position < api.scopes().size(); position++) {
            ApiScope scope = api.scopes().get(position);
            Instant since =
                    Optional.ofNullable(kept.get(scope.name()))
                            .orElseGet(() -> gone.since(api, scope.name()));
            getEntityManager().merge(new OfferedScope(api.name(), position, scope, since));
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
