package guichet.system.actor;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A browser without JavaScript: keeps cookies, fills in forms, follows redirects at one origin. */
public final class Browser {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI origin;

    public Browser(URI origin) {
        this.origin = origin;
    }

    /** Opens an address and follows redirects as long as they stay at the origin. */
    public Page open(URI address) {
        return follow(send(HttpRequest.newBuilder(address).GET()));
    }

    /** Submits the page's form with its hidden fields and these. */
    public Page submit(Page page, Map<String, String> filledIn) {
        Element form = Jsoup.parse(page.body(), page.address().toString()).expectFirst("form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(filledIn);
        return post(URI.create(form.absUrl("action")), fields);
    }

    /** Posts a form as it is given. */
    public Page post(URI address, Map<String, String> fields) {
        return follow(
                send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(encode(fields)))));
    }

    private Page follow(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 3) {
            return new Page(answer.uri(), answer.statusCode(), answer.body());
        }
        URI target = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
        boolean stays = target.toString().startsWith(origin.toString() + "/");
        return stays ? open(target) : new Page(target, answer.statusCode(), "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the browser ended: a page of the suite, or an address outside it. */
    public record Page(URI address, int status, String body) {}
}
