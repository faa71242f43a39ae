package guichet.system.actor;

import static java.util.Objects.requireNonNull;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript: keeps cookies, fills in forms, follows redirects at some origins.
 */
public final class Browser {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final List<URI> origins;

    public Browser(URI... origins) {
        this.origins = List.of(origins);
    }

    /** Opens an address and follows redirects as long as they stay at the origins. */
    public Page open(URI address) {
        return follow(send(HttpRequest.newBuilder(address).GET()));
    }

    /** Follows the link of the page that has these words. */
    public Page follow(Page page, String words) {
        return follow(page, page.html().expectFirst("a:contains(%s)".formatted(words)));
    }

    /** Follows a link of the page as long as that stays at the origins. */
    Page follow(Page page, Element link) {
        URI target = URI.create(link.absUrl("href"));
        return isOurs(target) ? open(target) : new Page(target, page.status(), "");
    }

    /** Submits the page's first form with its hidden fields and these. */
    public Page submit(Page page, Map<String, String> filledIn) {
        return submit(page.html().expectFirst("form"), filledIn);
    }

    /** Presses a button of the page. */
    public Page press(Page page, String button) {
        Element pressed = page.html().expectFirst(button);
        return submit(
                requireNonNull(pressed.closest("form")),
                pressed.hasAttr("name")
                        ? Map.of(pressed.attr("name"), pressed.attr("value"))
                        : Map.of());
    }

    private Page submit(Element form, Map<String, String> filledIn) {
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
        return isOurs(target) ? open(target) : new Page(target, answer.statusCode(), "");
    }

    private boolean isOurs(URI target) {
        return origins.stream().anyMatch(origin -> target.toString().startsWith(origin + "/"));
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
    public record Page(URI address, int status, String body) {
        public Document html() {
            return Jsoup.parse(body, address.toString());
        }

        public String heading() {
            return html().expectFirst("h1").text();
        }
    }
}
