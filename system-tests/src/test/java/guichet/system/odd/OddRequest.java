package guichet.system.odd;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request.
 *
 * @param head without the empty line that ends it
 */
record OddRequest(URI server, String head, byte[] body) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    private static final List<String> HEADERS =
            List.of(
                    "Accept",
                    "Accept-Language",
                    "Access-Control-Request-Headers",
                    "Access-Control-Request-Method",
                    "Authorization",
                    "Content-Encoding",
                    "Content-Type",
                    "Cookie",
                    "Forwarded",
                    "If-Modified-Since",
                    "If-None-Match",
                    "Origin",
                    "Range",
                    "Referer",
                    "Sec-Fetch-Site",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Requested-With");

    private static final List<String> TYPES =
            List.of(
                    "application/x-www-form-urlencoded",
                    "application/json",
                    "text/plain",
                    "multipart/form-data; boundary=a",
                    "application/x-www-form-urlencoded; charset=utf-16");

    /**
     * A request to this route, mostly by its method.
     *
     * @param credentials headers {@code Authorization} that are good
     */
    static OddRequest to(Target target, List<String> credentials, RandomGenerator random) {
        var odd = new OddText(random);
        var head = new StringBuilder(odd.isOneIn(4) ? odd.one(METHODS) : target.method());
        head.append(' ').append(path(target, odd)).append(odd.isOneIn(3) ? "?" + odd.form() : "");
        head.append(" HTTP/1.1\r\nConnection: close\r\nHost: ").append(target.host());
        while (!odd.isOneIn(3)) {
            add(head, odd.one(HEADERS), odd.headerValue());
        }
        if (odd.isOneIn(2)) {
            add(head, "Authorization", odd.one(credentials));
        }
        byte[] body = odd.isOneIn(3) ? new byte[0] : body(head, odd);
        add(head, "Content-Length", String.valueOf(body.length));
        return new OddRequest(target.server(), head.toString(), body);
    }

    private static String path(Target target, OddText odd) {
        return PARAMETER
                .matcher(target.path())
                .replaceAll(_ -> Matcher.quoteReplacement(odd.segment()));
    }

    private static byte[] body(StringBuilder head, OddText odd) {
        String type = odd.one(TYPES);
        add(head, "Content-Type", type);
        boolean isJson = odd.isOneIn(10) != type.equals("application/json");
        String text = isJson ? odd.json() : odd.form();
        Charset charset = odd.isOneIn(10) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }

    private static void add(StringBuilder head, String name, String value) {
        head.append("\r\n").append(name).append(": ").append(value);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return head + "\n\n" + new String(body, StandardCharsets.UTF_8);
    }

    /** A route at the server that has it. */
    record Target(URI server, String method, String path) {
        String host() {
            return server.getAuthority();
        }
    }
}
