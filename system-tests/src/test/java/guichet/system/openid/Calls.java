package guichet.system.openid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Calls from a relying party's server to the provider, with the headers that the foundation's suite
 * sends: it asks for JSON even where the answer is a JWT, and names a charset everywhere.
 */
final class Calls implements AutoCloseable {
    private final HttpClient http;

    Calls(SSLContext trust) {
        this.http = HttpClient.newBuilder().sslContext(trust).build();
    }

    Reply get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** With a bearer token in the header, RFC 6750 §2.1. */
    Reply get(URI address, String token) {
        return send(bearing(token, address).GET());
    }

    Reply delete(URI address, String token) {
        return send(bearing(token, address).DELETE());
    }

    Reply postJson(URI address, JsonNode body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A form, with an {@code Authorization} header where it is not empty. */
    Reply postForm(URI address, Map<String, String> form, String authorization) {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                        .POST(BodyPublishers.ofString(encoded(form)));
        return send(
                authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder bearing(String token, URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            request.header("Accept", "application/json;charset=UTF-8")
                    .header("Accept-Charset", "utf-8");
            return new Reply(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
