package guichet.system.browser;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static com.microsoft.playwright.options.ForcedColors.ACTIVE;
import static com.microsoft.playwright.options.ForcedColors.NONE;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** In what way somebody uses a browser. */
enum Circumstances {
    DESKTOP(1280, LIGHT, NONE, Reach.MOUSE, true),
    /** In the dark, by somebody who lets no page run scripts. */
    PHONE(360, DARK, NONE, Reach.MOUSE, false),
    KEYBOARD_ALONE(1280, DARK, NONE, Reach.KEYBOARD, true),
    /**
     * As with the contrast themes of Windows, where neither shadows nor backgrounds are painted.
     */
    FORCED_COLOURS(1280, LIGHT, ACTIVE, Reach.KEYBOARD, false);

    static final int HEIGHT = 800;

    private enum Reach {
        MOUSE,
        KEYBOARD
    }

    private final int width;
    private final ColorScheme scheme;
    private final ForcedColors forcedColors;
    private final Reach reach;
    private final boolean javaScript;

    Circumstances(
            int width,
            ColorScheme scheme,
            ForcedColors forcedColors,
            Reach reach,
            boolean javaScript) {
        this.width = width;
        this.scheme = scheme;
        this.forcedColors = forcedColors;
        this.reach = reach;
        this.javaScript = javaScript;
    }

    NewContextOptions profile() {
        return new NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, HEIGHT)
                .setColorScheme(scheme)
                .setForcedColors(forcedColors)
                .setJavaScriptEnabled(javaScript);
    }

    Hand hand(Page page) {
        return switch (reach) {
            case MOUSE -> new Hand.Mouse();
            case KEYBOARD -> new Hand.Keyboard(page);
        };
    }

    int width() {
        return width;
    }

    ColorScheme scheme() {
        return scheme;
    }

    boolean javaScript() {
        return javaScript;
    }

    ForcedColors forcedColors() {
        return forcedColors;
    }
}
