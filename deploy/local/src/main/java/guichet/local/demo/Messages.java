package guichet.local.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Sends messages as an application and as its user's browser would, and shows each. */
final class Messages {
    private final HttpClient http;
    private final Transcript transcript;

    Messages(Transcript transcript, SSLContext trust) {
        this.http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .sslContext(trust)
                        .build();
        this.transcript = transcript;
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET(), "");
    }

    /** Calls the API with a token, RFC 6750 §2.1. */
    HttpResponse<String> call(String method, URI address, String accessToken) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + accessToken)
                        .method(method, BodyPublishers.noBody()),
                "");
    }

    HttpResponse<String> postJson(URI address, String body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                body);
    }

    HttpResponse<String> postForm(URI address, Map<String, String> fields) {
        String body = encode(fields);
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                body);
    }

    /** Follows a redirect, as the browser does. */
    HttpResponse<String> follow(HttpResponse<String> redirect) {
        return get(location(redirect));
    }

    /** Fills in the form of a page and posts it with its hidden fields. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> filledIn) {
        Element form = Jsoup.parse(page.body(), page.uri().toString()).expectFirst("form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(filledIn);
        return postForm(URI.create(form.absUrl("action")), fields);
    }

    static URI location(HttpResponse<String> redirect) {
        return redirect.headers()
                .firstValue("Location")
                .map(redirect.uri()::resolve)
                .orElseThrow(() -> new DemoFailure("a redirect was expected"));
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder, String body) {
        HttpRequest request = builder.build();
        transcript.request(request, body);
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            transcript.answer(answer);
            return answer;
        } catch (ConnectException _) {
            throw new DemoFailure(
                    "nothing answers at %s: start the stack with ./guichet up"
                            .formatted(request.uri().resolve("/")));
        } catch (IOException e) {
            throw new DemoFailure("%s: %s".formatted(request.uri(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
