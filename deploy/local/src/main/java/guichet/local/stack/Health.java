package guichet.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Where a service tells whether it is ready to be called. */
public record Health(URI address) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** The one of the service whose management port is this, on loopback. */
    public static Health at(int managementPort) {
        return new Health(
                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort)));
    }

    /** False as well when there is no answer within two seconds. */
    public boolean isReady() {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return HTTP.sendAsync(request, BodyHandlers.discarding()).join().statusCode() == 200;
        } catch (CompletionException _) {
            return false;
        }
    }
}
