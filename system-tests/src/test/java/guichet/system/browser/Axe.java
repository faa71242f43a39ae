package guichet.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * axe in a page, which reads its half a million characters once. The runner of the library has each
 * run read them twice, and takes an axe that fails for one that found nothing.
 */
record Axe(Page page) {
    private static final String SOURCE = AxeBuilder.getAxeScript();

    /** What is in frames others wrote. */
    private static final String RUN =
            """
            ([type, values]) => axe
                .run(document, {runOnly: {type, values}, resultTypes: ['violations'], iframes: false})
                .then(it => it.violations.map(rule =>
                    [rule.help + ':', ...rule.nodes.map(node => node.html)].join('\\n')))\
            """;

    static Axe in(Page page) {
        page.evaluate(SOURCE);
        return new Axe(page);
    }

    /** What breaks the rules of these standards, as axe tags them. */
    List<?> violationsOfStandards(List<String> tags) {
        return run("tag", tags);
    }

    /** What breaks these rules, as axe calls them. */
    List<?> violationsOf(List<String> rules) {
        return run("rule", rules);
    }

    private List<?> run(String type, List<String> values) {
        return (List<?>) page.evaluate(RUN, List.of(type, values));
    }
}
