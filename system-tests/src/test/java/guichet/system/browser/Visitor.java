package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody at Chromium, in a profile of their own. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Suite stack;
    private final BrowserContext profile;
    private final Page page;
    private final Hand hand;
    private final Complaints complaints;
    private final Circumstances circumstances;
    private final List<String> loaded = new CopyOnWriteArrayList<>();

    Visitor(Suite stack, BrowserContext profile, Circumstances circumstances) {
        profile.setDefaultTimeout((double) PATIENCE.toMillis());
        this.stack = stack;
        this.profile = profile;
        this.page = profile.newPage();
        this.hand = circumstances.hand(page);
        this.complaints = Complaints.of(page);
        this.circumstances = circumstances;
        page.onLoad(it -> loaded.add(it.url()));
    }

    /** Types an address, or has the link of a letter opened. */
    Screen opens(URI address) {
        return goesOn(() -> page.navigate(address.toString()));
    }

    /** Opens an address of the issuer. */
    Screen opens(String path) {
        return opens(stack.issuer().resolve(path));
    }

    /** Opens an address that leads on to one that begins so. */
    Screen opens(URI address, URI destination) {
        return goesTo(destination, () -> page.navigate(address.toString()));
    }

    /** Opens an address again and again until it shows the page with this heading. */
    Screen opensUntil(URI address, String heading) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Screen screen = opens(address);
        while (!screen.heading().equals(heading)) {
            assertThat(System.nanoTime()).as("%s never comes", heading).isLessThan(deadline);
            screen = opens(address);
        }
        return screen;
    }

    /** Types into the field whose label begins so, instead of what it holds. */
    Visitor types(String label, String text) {
        Locator field = screen().field(label);
        assertThat(field.isEditable()).as("%s can be typed into", label).isTrue();
        hand.enter(field);
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(text);
        assertThat(field.inputValue()).as(label).isEqualTo(text);
        return this;
    }

    /** Signs in on the page before them. */
    Screen signsInAs(Account account) {
        return types("User name", account.username())
                .types("Password", account.password())
                .presses("Sign in");
    }

    /** Presses the button with this name. */
    Screen presses(String button) {
        return goesOn(() -> hand.press(screen().button(button)));
    }

    /** Presses the button, and is led on to an address that begins so. */
    Screen presses(String button, URI destination) {
        return goesTo(destination, () -> hand.press(screen().button(button)));
    }

    /** Presses the button, to whose form this path of the issuer answers. */
    Response answerTo(String button, String path) {
        String address = stack.issuer().resolve(path).toString();
        return page.waitForResponse(
                answer -> answer.url().equals(address), () -> hand.press(screen().button(button)));
    }

    /** Presses Enter in the field whose label begins so. */
    Screen pressesEnterIn(String label) {
        hand.enter(screen().field(label));
        return goesOn(() -> page.keyboard().press("Enter"));
    }

    /** Follows the link with this name. */
    Screen follows(String link) {
        return goesOn(() -> hand.press(screen().link(link)));
    }

    /** Follows the link, and is led on to an address that begins so. */
    Screen follows(String link, URI destination) {
        return goesTo(destination, () -> hand.press(screen().link(link)));
    }

    /** Goes back in the history. */
    Screen goesBack() {
        return goesOn(page::goBack);
    }

    /** Loses all cookies. */
    void forgetsCookies() {
        profile.clearCookies();
    }

    private Screen goesOn(Runnable deed) {
        int before = loaded.size();
        deed.run();
        page.waitForCondition(() -> loaded.size() > before);
        return looks();
    }

    private Screen goesTo(URI destination, Runnable deed) {
        int before = loaded.size();
        deed.run();
        page.waitForCondition(() ->
                loaded.stream().skip(before).anyMatch(it -> it.startsWith(destination.toString())));
        return looks();
    }

    /** Looks closely at what nobody saw before. */
    private Screen looks() {
        Sight.of(page, stack)
                .filter(Sights::isNew)
                .ifPresent(it -> Inspection.of(it, page, circumstances));
        return screen();
    }

    /** What is before them. */
    Screen screen() {
        return new Screen(page);
    }

    void photographs(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Leaves; what the browser complained about meanwhile. */
    List<String> leaves() {
        profile.close();
        return complaints.unexpected();
    }
}
