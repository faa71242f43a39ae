package guichet.authorization.explanation;

import guichet.oauth.Reason;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The pages as HTML; HTML in them is shown as it is written, not taken over. */
@Singleton
class Explanations {
    private static final String INDEX = "README";
    private static final Pattern NEIGHBOUR = Pattern.compile("([a-z-]+)\\.md");

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .attributeProviderFactory(_ -> Explanations::leadToPages)
                    .build();

    String index() {
        return pages.computeIfAbsent(INDEX, this::render);
    }

    String of(Reason reason) {
        return pages.computeIfAbsent(reason.code(), this::render);
    }

    private String render(String name) {
        return renderer.render(parser.parse(read(name)));
    }

    private static String read(String name) {
        try (InputStream page = Explanations.class.getResourceAsStream("/errors/" + name + ".md")) {
            if (page == null) {
                throw new IllegalStateException("docs/errors/%s.md is missing".formatted(name));
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From one file to another is from one page to another. */
    private static void leadToPages(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link) {
            Matcher neighbour = NEIGHBOUR.matcher(link.getDestination());
            if (neighbour.matches()) {
                attributes.put("href", "/errors/" + neighbour.group(1));
            }
        }
    }
}
