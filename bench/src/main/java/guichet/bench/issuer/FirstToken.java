package guichet.bench.issuer;

import guichet.local.terminal.Failure;
import guichet.local.terminal.Pause;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks for a token until there is one. */
public final class FirstToken {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private FirstToken() {}

    /** How long it took from this moment on. */
    public static Duration await(Application application) {
        var request = application.request(application.token(), application.clientCredentialsForm());
        long start = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            while (!isIssued(http, request)) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new Failure(
                            "%s has issued no token after %d seconds"
                                    .formatted(application.token(), PATIENCE.toSeconds()));
                }
                Pause.of(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isIssued(HttpClient http, HttpRequest request)
            throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
