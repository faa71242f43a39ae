package guichet.registry.resource;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The scopes of the APIs on offer. */
@ApplicationScoped
class OfferedScopes implements PanacheRepositoryBase<OfferedScope, String> {
    /** Makes the scopes of an API these and no others; one may have been another API's. */
    void put(Api api) {
        List<OfferedScope> now = list("resource", api.name());
        now.stream().filter(it -> !api.scopeNames().contains(it.name)).forEach(this::delete);
        for (int position = 0; position < api.scopes().size(); position++) {
            getEntityManager()
                    .merge(new OfferedScope(api.name(), position, api.scopes().get(position)));
        }
        flush();
    }
}
