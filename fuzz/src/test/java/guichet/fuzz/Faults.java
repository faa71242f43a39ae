package guichet.fuzz;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts with one fault each: the same ones in every run. */
public final class Faults {
    private static final List<String> ODD =
            List.of(
                    "",
                    "\0",
                    "\t",
                    "\n",
                    "\r\n",
                    " ",
                    "\u00a0",
                    "\"",
                    "'",
                    "\\",
                    "%",
                    "%zz",
                    "%00",
                    "%e9",
                    "+",
                    "-",
                    "&",
                    "=",
                    ";",
                    ",",
                    ".",
                    "/",
                    "//",
                    "/../",
                    ":",
                    "@",
                    "#",
                    "?",
                    "*",
                    "~",
                    "[",
                    "]",
                    "{",
                    "}",
                    "<",
                    "0",
                    "99999999999999999999",
                    "1e999999999",
                    "null",
                    "é",
                    "e\u0301",
                    "ß",
                    "İ",
                    "ſ",
                    "｡",
                    "\u202e",
                    "\ufeff",
                    "\uffff",
                    "\ud83d\ude00",
                    "\ud800",
                    "\udc00",
                    "a".repeat(70),
                    "[".repeat(60));

    private Faults() {}

    /**
     * Holds a property against each of these texts, and against each of them with a fault: cut off
     * at every place, and with something odd at every place, instead of what is there or before it.
     */
    public static void tryAll(Stream<String> good, Consumer<String> property) {
        good.flatMap(text -> Stream.concat(Stream.of(text), of(text)))
                .forEach(text -> hold(property, text));
    }

    private static Stream<String> of(String text) {
        return IntStream.rangeClosed(0, text.length()).boxed().flatMap(at -> at(text, at));
    }

    private static Stream<String> at(String text, int place) {
        String before = text.substring(0, place);
        String after = text.substring(place);
        String rest = after.isEmpty() ? "" : after.substring(1);
        return Stream.concat(
                Stream.of(before),
                ODD.stream().flatMap(odd -> Stream.of(before + odd + after, before + odd + rest)));
    }

    private static void hold(Consumer<String> property, String text) {
        try {
            property.accept(text);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("broken by: " + escaped(text), broken);
        }
    }

    /** As a text of Java, so that it can be put into a test. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char each : text.toCharArray()) {
            escaped.append(each < ' ' || each > '~' ? "\\u%04x".formatted((int) each) : each);
        }
        return escaped.toString();
    }
}
