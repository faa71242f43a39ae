package guichet.system.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Plain HTTP to the issuer and to the API. */
public final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;
    private final URI api;

    public Http(URI issuer, URI api) {
        this.issuer = issuer;
        this.api = api;
    }

    /** Registers an application with this JSON, RFC 7591 §3.1. */
    public Application registers(String metadata) {
        Answer answer = register(metadata);
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer.body());
        }
        return new Application(this, answer.body());
    }

    /** The answer to a registration. */
    public Answer register(String metadata) {
        return send(
                HttpRequest.newBuilder(issuer.resolve("/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(metadata)));
    }

    public URI issuer(String path, Map<String, String> query) {
        return issuer.resolve(path + "?" + Browser.encode(query));
    }

    public Answer postForm(String path, Map<String, String> form) {
        return send(
                HttpRequest.newBuilder(issuer.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Browser.encode(form))));
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(issuer.resolve(path)).GET());
    }

    /** Reads something of the issuer with a bearer token. */
    public Answer get(String path, String token) {
        return send(
                HttpRequest.newBuilder(issuer.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    /** Deletes something of the issuer with a bearer token. */
    public Answer delete(String path, String token) {
        return send(
                HttpRequest.newBuilder(issuer.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .DELETE());
    }

    /** Calls the API without a token. */
    public Answer api(String method, String path) {
        return send(
                HttpRequest.newBuilder(api.resolve(path)).method(method, BodyPublishers.noBody()));
    }

    /** Calls the API with a bearer token, RFC 6750 §2.1. */
    public Answer api(String method, String path, String accessToken) {
        return send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Authorization", "Bearer " + accessToken)
                        .method(method, BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), json(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
    }
}
