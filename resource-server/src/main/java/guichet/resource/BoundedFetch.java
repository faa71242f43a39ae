package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks the issuer for what it publishes, within bounds of time and size. */
@ApplicationScoped
class BoundedFetch {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LARGEST_BYTES = 100_000;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * Asks once; whatever goes wrong is a result, never an exception.
     *
     * @param read runs on a thread that may wait
     */
    <T> CompletableFuture<T> fetch(
            HttpRequest request,
            Function<HttpResponse<String>, T> read,
            Function<Throwable, T> failed) {
        var answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BYTES));
        // The request's own time-out ends with the headers; this one counts the body in.
        return answer.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(read, Thread::startVirtualThread)
                .exceptionally(failure -> {
                    answer.cancel(true);
                    return failed.apply(failure);
                });
    }
}
