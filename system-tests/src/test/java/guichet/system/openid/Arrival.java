package guichet.system.openid;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What arrived at a relying party's server. */
record Arrival(
        String method, String contentType, Map<String, String> query, Map<String, String> form) {

    /** The parameters of the answer, by whichever way they came. */
    Map<String, String> parameters() {
        return form.isEmpty() ? query : form;
    }

    /** One of them; its absence fails the test with what is there. */
    String get(String parameter) {
        String value = parameters().get(parameter);
        if (value == null) {
            throw new AssertionError("no %s in %s".formatted(parameter, parameters()));
        }
        return value;
    }

    /** Parameters as a form or an address has them. */
    static Map<String, String> decoded(String encoded) {
        var parameters = new TreeMap<String, String>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), decode(parts[1]));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
