package guichet.registry.resource;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The scopes of the APIs on offer. */
@ApplicationScoped
class OfferedScopes implements PanacheRepositoryBase<OfferedScope, String> {
    private final Clock clock;

    OfferedScopes(Clock clock) {
        this.clock = clock;
    }

    /** When each came on offer. */
    Map<String, Instant> since() {
        return listAll().stream().collect(Collectors.toMap(it -> it.name, it -> it.since));
    }

    /**
     * Makes the scopes of an API these and no others. One that was another API's comes on offer
     * now, since whoever approved it approved something else.
     */
    void put(Api api) {
        list("resource = ?1 or name in ?2", api.name(), api.scopeNames()).stream()
                .filter(it -> !(it.resource.equals(api.name()) && api.hasScope(it.name)))
                .forEach(this::delete);
        flush();
        for (int position = 0; position < api.scopes().size(); position++) {
            getEntityManager()
                    .merge(
                            new OfferedScope(
                                    api.name(),
                                    position,
                                    api.scopes().get(position),
                                    clock.instant()));
        }
        flush();
    }
}
