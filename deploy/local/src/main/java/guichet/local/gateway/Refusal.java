package guichet.local.gateway;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.http.HttpFault;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Set;

/**
 * What the gateway itself answers, in the shape of RFC 6749 §5.2; that a service is away, to people
 * as a page.
 *
 * @param codings what {@code Accept-Encoding} says; nothing if empty
 */
record Refusal(int status, String type, String body, String codings) {
    private static final Set<HttpMethod> OPENED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>The service does not answer</title></head>
            <body><main><h1>The service does not answer</h1>
            <p>It is being restarted, or it has failed. Try again in a moment.</p></main></body>
            </html>
            """;

    /** A request that breaks HTTP's own rules, or leads nowhere. */
    static Refusal of(HttpFault fault, URI issuer) {
        return new Refusal(
                fault.status(),
                "application/json",
                json(fault.error(), issuer),
                fault.isOfEncoding() ? HttpFault.acceptedCodings() : "");
    }

    /** A service that does not answer. */
    static Refusal away(HttpServerRequest request, URI issuer) {
        return isOfPerson(request)
                ? new Refusal(503, "text/html; charset=utf-8", PAGE, "")
                : new Refusal(
                        503,
                        "application/json",
                        json(Reason.SERVICE_AWAY.error("no answer"), issuer),
                        "");
    }

    /** Opened, or a form sent, in a browser. Some programs say text/html of all that they send. */
    private static boolean isOfPerson(HttpServerRequest request) {
        if ("navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return OPENED.contains(request.method()) && accept != null && accept.contains("text/html");
    }

    private static String json(OAuthError error, URI issuer) {
        return Json.encode(error.parameters(issuer.toString()));
    }

    /** The answer in place of a service's. */
    ProxyResponse inPlaceOf(ProxyResponse response) {
        response.setStatusCode(status).setBody(Body.body(Buffer.buffer(body)));
        response.headers().addAll(headers());
        return response;
    }

    /** The headers beside the body. */
    MultiMap headers() {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add(HttpHeaders.CONTENT_TYPE, type)
                        .add(HttpHeaders.CACHE_CONTROL, "no-store");
        return codings.isEmpty() ? headers : headers.add(HttpHeaders.ACCEPT_ENCODING, codings);
    }
}
