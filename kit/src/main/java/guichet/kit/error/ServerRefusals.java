package guichet.kit.error;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.CONTENT_LENGTH;
import static jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.OAuthError;
import guichet.oauth.RefusalLog;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in our words that a body is too large: the HTTP server would refuse it without any. */
@Singleton
class ServerRefusals {
    /** After the headers for browsers of other origins, before the server looks at the length. */
    private static final int PRIORITY = 100;

    private static final int TOO_LARGE = 413;

    private final long largest;
    private final String issuer;

    ServerRefusals(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.largest = largest.asLongValue();
        this.issuer = issuer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, PRIORITY);
    }

    private void refuseTooLarge(RoutingContext request) {
        String length = request.request().getHeader(CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= largest) {
            request.next();
            return;
        }
        // The body is left unread, so nothing else can come by this connection.
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        request.response().endHandler(_ -> request.request().connection().close());
        refuse(request);
    }

    private void refuse(RoutingContext request) {
        OAuthError error = HttpFault.of(TOO_LARGE);
        RefusalLog.answered(error);
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(CONTENT_TYPE, APPLICATION_JSON)
                .putHeader(CACHE_CONTROL, "no-store")
                .end(json(ErrorBody.of(error, issuer)).encode());
    }

    private static JsonObject json(ErrorBody body) {
        return new JsonObject()
                .put("error", body.error())
                .put("error_description", body.description())
                .put("error_uri", body.uri());
    }
}
