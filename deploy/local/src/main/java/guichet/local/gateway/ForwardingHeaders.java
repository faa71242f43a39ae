package guichet.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Says who called and by which address; what the caller said of that is not believed. */
record ForwardingHeaders(URI issuer) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        List.copyOf(headers.names()).stream()
                .filter(ForwardingHeaders::isForwarding)
                .forEach(headers::remove);
        headers.set(
                "X-Forwarded-For",
                context.request().proxiedRequest().remoteAddress().hostAddress());
        headers.set("X-Forwarded-Host", issuer.getAuthority());
        headers.set("X-Forwarded-Proto", issuer.getScheme());
        headers.remove(HttpHeaders.EXPECT); // the gateway itself has said to go on
        return context.sendRequest();
    }

    /** Every one that some server believes, RFC 7239 and its forerunners. */
    private static boolean isForwarding(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-")
                || name.equals("forwarded")
                || name.equals("x-real-ip");
    }
}
