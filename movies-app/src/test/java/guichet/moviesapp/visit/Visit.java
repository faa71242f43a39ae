package guichet.moviesapp.visit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody at a browser without JavaScript, in front of the application. */
public final class Visit {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI application =
            URI.create(
                    ConfigProvider.getConfig()
                            .getValue("test.url", String.class)
                            .replace("127.0.0.1", "localhost"));

    /** Opens a page and follows all redirects, the provider's among them. */
    public Page opens(String address) {
        return follow(open(address));
    }

    /** Opens a page and stops there. */
    public Page open(String address) {
        return send(HttpRequest.newBuilder(application.resolve(address)).GET());
    }

    /** Opens a page from a link of another, and stops there. */
    public Page open(String address, String referer) {
        return send(
                HttpRequest.newBuilder(application.resolve(address))
                        .header("Referer", referer)
                        .GET());
    }

    /** Opens a page as somebody who accepts these types. */
    public Page accepting(String types, String address) {
        return send(
                HttpRequest.newBuilder(application.resolve(address)).header("Accept", types).GET());
    }

    /** Sends a body of some type, as no browser does, and stops there. */
    public Page send(String method, String address, String type, String body) {
        return send(
                HttpRequest.newBuilder(application.resolve(address))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** Signs in by way of the provider. */
    public Visit signsIn() {
        Page page = opens("/sign-in");
        if (page.status() != 200) {
            throw new AssertionError("not signed in: " + page);
        }
        return this;
    }

    /** Presses a button of a page, and follows. */
    public Page presses(Page page, String selector) {
        return follow(press(page, selector));
    }

    /** Presses a button of a page, and stops there. */
    public Page press(Page page, String selector) {
        Element button = page.html().expectFirst(selector);
        Element form = button.closest("form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        return post(form.attr("action"), fields);
    }

    /** Posts a form as it is given, and stops there. */
    public Page post(String address, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(application.resolve(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(fields))));
    }

    /** Whether the browser still has a session of the application. */
    public boolean hasSession() {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith("q_session"));
    }

    public Page follow(Page page) {
        Page now = page;
        while (now.status() / 100 == 3) {
            now = send(HttpRequest.newBuilder(now.location()).GET());
        }
        return now;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Page(answer.uri(), answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What the browser got. */
    public record Page(URI address, int status, HttpHeaders headers, String body) {
        public Document html() {
            return Jsoup.parse(body);
        }

        public String heading() {
            return html().expectFirst("h1").text();
        }

        public URI location() {
            return address.resolve(headers.firstValue("Location").orElseThrow());
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
