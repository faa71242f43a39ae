package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import guichet.system.stack.RunningStack.Suite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of the suite, as it is built.
 *
 * @param module whose template it is made from
 * @param template the class of its body; empty for the few that are made without one
 * @param build of which elements: the same for pages that differ in words and numbers alone
 */
record Sight(String module, String template, String heading, String build) {
    private static final String LOOK =
            """
            () => [
                document.body.className,
                document.querySelector('h1')?.innerText ?? '',
                [...new Set([...document.body.querySelectorAll('*')]
                    .map(it => [it.tagName, it.className, it.getAttribute('aria-invalid')].join('.')))]
                    .join(' ')
            ]\
            """;

    /** Empty for a page of somebody else. */
    static Optional<Sight> of(Page page, Suite stack) {
        return module(page.url(), stack).map(module -> of(module, page));
    }

    private static Sight of(String module, Page page) {
        List<?> look = (List<?>) page.evaluate(LOOK);
        String heading = look.get(1).toString();
        assertThat(heading).as("the heading of the page at %s", page.url()).isNotEmpty();
        return new Sight(module, look.getFirst().toString(), heading, look.getLast().toString());
    }

    private static Optional<String> module(String address, Suite stack) {
        if (address.startsWith(stack.issuer() + "/")) {
            return Optional.of("authorization-service");
        }
        return address.startsWith(stack.application("/").toString())
                ? Optional.of("movies-app")
                : Optional.empty();
    }

    /** How it is called among pictures. */
    String name() {
        String maker = template.isEmpty() ? "plain" : template;
        return "%s/%s-%s"
                .formatted(
                        module,
                        maker,
                        heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\d]+", "-")
                                .replaceAll("^-|-$", ""));
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(heading, template);
    }
}
