package guichet.local.demo;

import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import guichet.oauth.FormEncoding;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Sends messages as an application and as its user's browser would, and shows each. */
final class Messages {
    private final Calls http;
    private final Transcript transcript;

    Messages(Transcript transcript, Calls http) {
        this.transcript = transcript;
        this.http = http;
    }

    HttpResponse<String> get(URI address) {
        return send(Calls.to(address).GET(), "");
    }

    /** Calls the API with a token, RFC 6750 §2.1. */
    HttpResponse<String> call(String method, URI address, String accessToken) {
        return send(
                Calls.to(address)
                        .header("Authorization", "Bearer " + accessToken)
                        .method(method, BodyPublishers.noBody()),
                "");
    }

    HttpResponse<String> postJson(URI address, String body) {
        return post(address, "application/json", body);
    }

    HttpResponse<String> postForm(URI address, Map<String, String> fields) {
        return post(address, "application/x-www-form-urlencoded", FormEncoding.of(fields));
    }

    private HttpResponse<String> post(URI address, String type, String body) {
        return send(
                Calls.to(address).header("Content-Type", type).POST(BodyPublishers.ofString(body)),
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
                .orElseThrow(() -> new Failure("a redirect was expected"));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder, String body) {
        HttpRequest request = builder.build();
        transcript.request(request, body);
        HttpResponse<String> answer = http.send(request);
        transcript.answer(answer);
        return answer;
    }
}
