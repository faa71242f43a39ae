package guichet.authorization.logout;

import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The clients' addresses for logout tokens, Back-Channel Logout 1.0 §2.5. */
@ApplicationScoped
class LogoutReceivers {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    /**
     * Hands a token over.
     *
     * @throws IOException if it was not taken by 200 or 204, §2.8
     */
    void tell(URI address, OpaqueToken logoutToken) throws IOException {
        String body =
                "logout_token=" + URLEncoder.encode(logoutToken.reveal(), StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 204) {
                throw new IOException("status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
