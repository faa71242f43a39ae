package guichet.kit.http;

import guichet.oauth.HttpAddress;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells browsers, a page, JSON, an asset or a refusal: to take it for nothing but
 * what it says it is, and, where the world knows us by https, to come by no other way for a year,
 * RFC 6797 §7.1. Of the hosts below ours we know nothing, so they are left out.
 */
@Singleton
class AnswerHeaders {
    /** Before anything is refused, and before the headers for browsers of other origins. */
    private static final int PRIORITY = 400;

    private final boolean isHttps;

    AnswerHeaders(@ConfigProperty(name = "guichet.issuer") String issuer) {
        // Not for localhost: the word holds for every port there, and for whatever else is tried.
        this.isHttps =
                HttpAddress.of(issuer).filter(it -> it.isHttps() && !it.isLoopback()).isPresent();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, PRIORITY);
    }

    private void add(RoutingContext context) {
        HttpServerResponse answer = context.response();
        answer.putHeader("X-Content-Type-Options", "nosniff");
        if (isHttps) {
            answer.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
