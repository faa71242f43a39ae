package guichet.kit.internal;

import guichet.kit.http.PathPrefixes;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Has nothing below {@code /internal} where the world calls: a gateway leads there, so that it
 * matters to nobody how it reads a path.
 */
@Singleton
class HiddenAddresses {
    private static final PathPrefixes INTERNAL = new PathPrefixes(List.of("/internal"));

    /**
     * Refuses where an unknown path is refused, so that there is no telling the one by the other.
     */
    @ServerRequestFilter(preMatching = true)
    void hide(RoutingContext request) {
        if (!InternalListener.received(request) && INTERNAL.cover(request.normalizedPath())) {
            throw new NotFoundException();
        }
    }
}
