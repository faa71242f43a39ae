package guichet.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;

/** Parameters as they are sent, in a body or an address, RFC 6749 appendix B. */
public final class FormEncoding {
    private FormEncoding() {}

    /** All of them, in their order. */
    public static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /** An address with these besides what its query has already, RFC 6749 §3.1.2. */
    public static URI addedTo(String address, Map<String, String> parameters) {
        return URI.create(address + (address.contains("?") ? "&" : "?") + of(parameters));
    }
}
