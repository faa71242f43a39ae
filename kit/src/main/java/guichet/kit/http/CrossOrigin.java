package guichet.kit.http;

import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_MAX_AGE;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens addresses to applications in browsers, Fetch §3.2: to those of every origin, since nothing
 * there goes by cookies.
 *
 * <p>Every answer says the same to everybody, asked by a browser or not, so that caches may hand it
 * to anybody (Fetch §3.2.5); the framework's filter names the origin that asked.
 */
@Singleton
class CrossOrigin {
    /** Before anything is refused, so that refusals can be read. */
    private static final int PRIORITY = 300;

    private static final String READABLE = "WWW-Authenticate, Link, Retry-After";

    /** How long a browser may rely on what it was allowed; an hour is what most take at most. */
    private static final String MAX_AGE_SECONDS = "3600";

    private final PathPrefixes paths;

    CrossOrigin(CrossOriginConfig config) {
        this.paths = new PathPrefixes(config.paths().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        if (!paths.isEmpty()) {
            filters.register(this::open, PRIORITY);
        }
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!paths.cover(request.path())) {
            context.next();
            return;
        }
        HttpServerResponse answer = context.response().putHeader(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        String method = request.getHeader(ACCESS_CONTROL_REQUEST_METHOD);
        if (request.method().equals(HttpMethod.OPTIONS) && method != null) {
            allow(method, request.getHeader(ACCESS_CONTROL_REQUEST_HEADERS), answer);
        } else {
            answer.putHeader(ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
            context.next();
        }
    }

    /** What is not taken, the request itself will be told: in words, which a preflight has not. */
    private static void allow(String method, @Nullable String headers, HttpServerResponse answer) {
        answer.setStatusCode(204)
                .putHeader(ACCESS_CONTROL_ALLOW_METHODS, method)
                .putHeader(ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        if (headers != null) {
            answer.putHeader(ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        answer.end();
    }
}
