package guichet.moviesapp.language;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds, on a page in the made-up language, what stands there in no language. */
final class PagesInBrackets {
    private static final Pattern MESSAGE = Pattern.compile("⟦[^⟦⟧]*⟧");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** What people see, or hear, and is no text of an element. */
    private static final String SPOKEN = "aria-label,title,placeholder,alt";

    /** Data, and what is said to be in another language. */
    private static final String NOT_OURS_TO_SAY = "[translate=no], body [lang], code, bdi, script";

    private PagesInBrackets() {}

    /** The texts that are in no bundle. */
    static Stream<String> unbundled(String html) {
        Document page = Jsoup.parse(html);
        page.select(NOT_OURS_TO_SAY).remove();
        String title = page.title().replace(" · Ciné Club", "");
        Stream<String> attributes = page.getAllElements().stream().flatMap(PagesInBrackets::spoken);
        return Stream.concat(Stream.of(title, page.body().text()), attributes)
                .flatMap(text -> leftOf(text).stream());
    }

    private static Stream<String> spoken(Element element) {
        return Stream.of(SPOKEN.split(",", -1)).map(element::attr);
    }

    /** A message may be part of another one. */
    private static Optional<String> leftOf(String text) {
        String left =
                Stream.iterate(text, it -> MESSAGE.matcher(it).replaceAll(""))
                        .filter(it -> !MESSAGE.matcher(it).find())
                        .findFirst()
                        .orElseThrow();
        return Optional.of(left).filter(LETTER.asPredicate()).map(String::strip);
    }

    /** Whether there is anything on the page at all. */
    static Predicate<String> hasMessages() {
        return MESSAGE.asPredicate();
    }
}
