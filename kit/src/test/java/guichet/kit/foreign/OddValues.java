package guichet.kit.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JSON of every type and of unusual sizes, for members that ought to be something else. */
public final class OddValues {
    public static final List<String> ALL =
            List.of(
                    "null",
                    "true",
                    "7",
                    "-1",
                    "0.5",
                    "1e309",
                    "-1e309",
                    "1e30",
                    "1e999999999",
                    "99999999999999999999",
                    "9223372036854775807",
                    "1" + "0".repeat(900),
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"a text\"",
                    "\"" + "x".repeat(5000) + "\"",
                    "[]",
                    "[null]",
                    "[5]",
                    "[[\"a\"]]",
                    "{}",
                    "{\"a\": 1}",
                    "[".repeat(40) + "]".repeat(40),
                    "[".repeat(5000) + "]".repeat(5000));

    /** What stands in no JSON at all. */
    public static final List<String> NO_JSON =
            List.of("", " ", "NaN", "{", "{}{}", "{\"a\": 1, \"a\": 2}", "\ufeff{}", "'a'", "01");

    private OddValues() {}

    /** The members with one of them after the other replaced, or added, by each odd value. */
    public static Stream<String> objects(Map<String, String> members, List<String> replaced) {
        return replaced.stream()
                .flatMap(name -> ALL.stream().map(odd -> object(members, name, odd)));
    }

    private static String object(Map<String, String> members, String name, String odd) {
        var all = new TreeMap<>(members);
        all.put(name, odd);
        return object(all);
    }

    /** The object of these members, whose values are JSON. */
    public static String object(Map<String, String> members) {
        var text = new StringBuilder("{");
        members.forEach((name, value) ->
                text.append(text.length() > 1 ? ", " : "")
                        .append('"')
                        .append(name)
                        .append("\": ")
                        .append(value));
        return text.append('}').toString();
    }

    /** The base64url of a text, RFC 7515 §2. */
    public static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
