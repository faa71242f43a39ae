package guichet.resource;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Asks the issuer for what it publishes, within bounds of time and size. */
@ApplicationScoped
class BoundedFetch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LARGEST_BYTES = 100_000;

    private final HttpClient http;

    BoundedFetch(ResourceConfig config, TlsConfigurationRegistry configurations) {
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .sslContext(context(config, configurations))
                        .build();
    }

    private static SSLContext context(
            ResourceConfig config, TlsConfigurationRegistry configurations) {
        try {
            return config.tlsConfigurationName().isEmpty()
                    ? SSLContext.getDefault()
                    : configurations
                            .get(config.tlsConfigurationName().get())
                            .orElseThrow(() -> new IllegalStateException("there is none"))
                            .createSSLContext();
        } catch (Exception unusable) { // as the framework declares it
            throw new IllegalStateException(
                    "guichet.resource.tls-configuration-name: " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Asks once. Caches on the way are passed by: what they have may have been withdrawn.
     *
     * @param etag of what is there; empty when there is nothing
     */
    CompletableFuture<HttpResponse<String>> get(URI address, String etag) {
        var request = HttpRequest.newBuilder(address).header("Cache-Control", "no-cache");
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        var answer =
                http.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BYTES));
        // The request's own time-out ends with the headers; this one counts the body in.
        return answer.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> answer.cancel(true));
    }
}
