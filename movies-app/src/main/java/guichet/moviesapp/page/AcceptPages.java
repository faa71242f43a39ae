package guichet.moviesapp.page;

import static io.vertx.core.http.HttpHeaders.ACCEPT;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Everybody gets the page, whatever they accept, RFC 9110 §12.5.1: there is nothing else here, and
 * a refusal would be a page too.
 */
@Singleton
class AcceptPages {
    private static final int PRIORITY = 90;

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.request().headers().set(ACCEPT, "*/*");
                    request.next();
                },
                PRIORITY);
    }
}
