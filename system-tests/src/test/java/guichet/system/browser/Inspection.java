package guichet.system.browser;

import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static com.microsoft.playwright.options.ForcedColors.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks closely at a page, light and dark, wide and narrow. */
record Inspection(Page page, Circumstances circumstances) {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    /** A page is seen in two of four ways, and others of its kind in the other two. */
    private static final List<List<Look>> LOOKS =
            List.of(
                    List.of(new Look(WIDE, ColorScheme.LIGHT), new Look(NARROW, ColorScheme.DARK)),
                    List.of(new Look(WIDE, ColorScheme.DARK), new Look(NARROW, ColorScheme.LIGHT)));

    /**
     * What lies between, and as narrow as a page must be read without scrolling sideways, WCAG 2.2
     * §1.4.10.
     */
    private static final List<Integer> OTHER_WIDTHS = List.of(1030, 900, 768, 320);

    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('a, button, input, select, textarea')]
                .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth)
                .map(it => it.outerHTML)\
            """;

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Of axe's rules those that another width or other colours can break; the others look once. */
    private static final List<String> ABOUT_LOOKS =
            List.of(
                    "color-contrast",
                    "link-in-text-block",
                    "scrollable-region-focusable",
                    "target-size");

    private static final String NO_SCRIPT_OF_ITS_OWN = "script-src 'none'";

    /** Colours change gradually, and what is half way has no contrast yet. */
    private static final String ALL_CHANGED =
            "() => Promise.allSettled(document.getAnimations().map(it => it.finished)).then(() => {})";

    /** What somebody sees; axe is a script, for which those who run none leave a copy. */
    static void of(Sight sight, Page page, Circumstances circumstances) {
        if (circumstances.javaScript()) {
            new Inspection(page, circumstances).passes(sight);
            return;
        }
        try (BrowserContext elsewhere = page.context().browser().newContext()) {
            new Inspection(copy(page, elsewhere), circumstances).passes(sight);
        }
    }

    private static Page copy(Page page, BrowserContext elsewhere) {
        var answer =
                new FulfillOptions()
                        .setHeaders(
                                Map.of(
                                        "Content-Type",
                                        "text/html; charset=utf-8",
                                        "Content-Security-Policy",
                                        NO_SCRIPT_OF_ITS_OWN))
                        .setBody(page.content());
        elsewhere.route(page.url(), route -> route.fulfill(answer));
        Page copy = elsewhere.newPage();
        copy.navigate(page.url());
        return copy;
    }

    /** Nothing is found, and pictures are left. */
    private void passes(Sight sight) {
        String name = Sights.name(sight);
        Axe axe = Axe.in(page);
        for (Look look : LOOKS.get(Math.floorMod(sight.hashCode(), LOOKS.size()))) {
            emulate(look.scheme(), NONE);
            show(look.width());
            photograph(name + "-" + look);
            requireFit(sight, look.width());
            assertThat(violations(axe, look)).as("axe about %s, %s", sight, look).isEmpty();
        }
        for (int width : OTHER_WIDTHS) {
            show(width);
            requireFit(sight, width);
        }
        emulate(ColorScheme.LIGHT, ACTIVE);
        photograph(name + "-forced-colours");
        restore();
    }

    private void restore() {
        emulate(circumstances.scheme(), circumstances.forcedColors());
        show(circumstances.width());
    }

    private void requireFit(Sight sight, int width) {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of %s at %d px", sight, width)
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) page.evaluate(CUT_OFF))
                .as("controls of %s cut off at %d px", sight, width)
                .isEmpty();
    }

    private static List<?> violations(Axe axe, Look look) {
        return look.width() == WIDE
                ? axe.violationsOfStandards(STANDARDS)
                : axe.violationsOf(ABOUT_LOOKS);
    }

    private void photograph(String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    private void emulate(ColorScheme scheme, ForcedColors forced) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        page.evaluate(ALL_CHANGED);
    }

    private void show(int width) {
        page.setViewportSize(width, Circumstances.HEIGHT);
    }

    private record Look(int width, ColorScheme scheme) {
        @Override
        public String toString() {
            return "%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        }
    }
}
