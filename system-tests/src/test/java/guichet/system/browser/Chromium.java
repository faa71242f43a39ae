package guichet.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one process of the machine's Chromium; each visitor has a profile of their own in it. */
final class Chromium implements AutoCloseable {
    static final String PROCESS = "Chromium";

    private static final Path PROGRAM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError(
                    "these tests need Chromium, and %s is not there: apt-get install chromium, or"
                                    .formatted(PROGRAM)
                            + " name another one in the environment variable CHROMIUM");
        }
        var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new CreateOptions().setEnv(noDownload));
        var options = new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A new profile, without cookies. */
    BrowserContext profile(Circumstances circumstances) {
        return browser.newContext(circumstances.profile());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
