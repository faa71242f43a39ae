package guichet.authorization.page;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets nobody keep an asset whose address names another version than ours. While a new version is
 * rolled out, a page of one replica may load its style from the other: what that answers would be
 * taken for the new file for a year. It is not stored at all, since a later {@code 304} goes by
 * times, which replicas do not share, and would prolong it.
 */
@Singleton
class AssetLifetimes {
    private static final int PRIORITY = 80;

    private final Assets assets;

    AssetLifetimes(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith(Assets.FOLDER)
                && !assets.isAddress(path, String.valueOf(context.request().query()))) {
            context.response().putHeader(CACHE_CONTROL, "no-store");
        }
        context.next();
    }
}
