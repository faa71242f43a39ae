package guichet.authorization.language;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The request that is being answered; letters are written without one. */
@Singleton
class RequestUnderWay {
    private final CurrentVertxRequest current;

    RequestUnderWay(CurrentVertxRequest current) {
        this.current = current;
    }

    Optional<RoutingContext> find() {
        return Arc.requireContainer().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent())
                : Optional.empty();
    }
}
