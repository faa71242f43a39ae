package guichet.local.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Calls the issuer as the administrator, with a token of its own, RFC 6749 §4.4. */
final class AdministrationCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT_ID = "guichet-administrator";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI issuer;
    private final Optional<String> secret;
    private final String scope;

    AdministrationCalls(URI issuer, Optional<String> secret, String scope, SSLContext trust) {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .sslContext(trust)
                        .build();
        this.issuer = issuer;
        this.secret = secret;
        this.scope = scope;
    }

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    /** Posts without a body. */
    JsonNode post(String path) {
        return call("POST", path, "");
    }

    JsonNode post(String path, JsonNode body) {
        return call("POST", path, body.toString());
    }

    /** Puts without a body. */
    JsonNode put(String path) {
        return call("PUT", path, "");
    }

    JsonNode delete(String path) {
        return call("DELETE", path, "");
    }

    /** A segment of a path as it is written. */
    static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    private JsonNode call(String method, String path, String body) {
        var request =
                at(path).header("Authorization", "Bearer " + token())
                        .method(method, BodyPublishers.noBody());
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new AdministrationFailure(
                    "%s %s: %d %s".formatted(method, path, answer.statusCode(), fault(answer)));
        }
        return json(answer);
    }

    private String token() {
        String known =
                secret.orElseThrow(() ->
                        new AdministrationFailure(
                                "set GUICHET_ADMINISTRATOR_SECRET: no local stack was ever started"
                                        + " here"));
        var answer =
                send(
                        at("/token")
                                .header("Authorization", "Basic " + basic(known))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope="
                                                        + encoded(scope))));
        if (answer.statusCode() == 401) {
            throw new AdministrationFailure(
                    "%s does not take this secret: its registry must have the same"
                                    .formatted(issuer)
                            + " GUICHET_ADMINISTRATOR_SECRET");
        }
        if (answer.statusCode() != 200) {
            throw new AdministrationFailure("no token: " + fault(answer));
        }
        return json(answer).path("access_token").asText();
    }

    /** RFC 6749 §2.3.1: both parts are form-encoded first. */
    private static String basic(String secret) {
        String credentials = CLIENT_ID + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Below the issuer, which may have a path of its own. */
    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(issuer + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AdministrationFailure(
                    "%s does not answer: %s".formatted(issuer, unreachable));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdministrationFailure("interrupted");
        }
    }

    private static String fault(HttpResponse<String> answer) {
        return json(answer).path("error_description").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException _) {
            throw new AdministrationFailure(
                    "%s answers %d, and not as an issuer does"
                            .formatted(answer.uri(), answer.statusCode()));
        }
    }
}
