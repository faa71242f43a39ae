package guichet.kit.internal;

import guichet.kit.error.PlainRefusal;
import guichet.kit.http.PathPrefixes;
import guichet.oauth.http.HttpFault;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what neighbours call by TLS, and nothing else. */
@Singleton
class InternalListener {
    /** After what is no good HTTP is refused: the path can be read in one way only. */
    private static final int PRIORITY = 90;

    private final InternalListenerConfig config;
    private final PlainRefusal refusal;

    InternalListener(InternalListenerConfig config, PlainRefusal refusal) {
        this.config = config;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        config.paths()
                .map(PathPrefixes::new)
                .ifPresent(own -> filters.register(request -> keep(own, request), PRIORITY));
    }

    private void keep(PathPrefixes own, RoutingContext request) {
        if (received(request) && !own.cover(request.normalizedPath())) {
            refusal.answer(request.request(), HttpFault.of(404));
        } else {
            request.next();
        }
    }

    /** Whether it came here, by the connection itself: what a gateway says is another matter. */
    static boolean received(RoutingContext request) {
        return request.request().connection().isSsl();
    }
}
