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

    /**
     * Debian's. The first is the second without the windows around its pages, which take longer to
     * make than the pages do.
     */
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path program = program();
        if (!Files.isExecutable(program)) {
            throw new AssertionError(
                    ("these tests need Chromium, and %s is not there: apt-get install"
                                    + " chromium-headless-shell, or name another one in the"
                                    + " environment variable CHROMIUM")
                            .formatted(program));
        }
        var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new CreateOptions().setEnv(noDownload));
        var options = new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static Path program() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> PROGRAMS.stream().filter(Files::isExecutable).findFirst())
                .orElse(PROGRAMS.getFirst());
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
