package guichet.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** What somebody sees now; not any more when they go on. */
record Screen(Page page) {
    URI address() {
        return URI.create(page.url());
    }

    String title() {
        return page.title();
    }

    String heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).innerText();
    }

    /** All words. */
    String text() {
        return page.locator("body").innerText();
    }

    /** What a screen reader says at once because something went wrong. */
    String alert() {
        return page.getByRole(AriaRole.ALERT).first().innerText();
    }

    /** What a screen reader says at once because something was done. */
    String status() {
        Locator said = page.getByRole(AriaRole.STATUS).first();
        assertThat(said).isInViewport(); // who sees the page finds it, too, without looking for it
        return said.innerText();
    }

    /** The field whose label begins so. */
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^" + label.replaceAll("\\W", "\\\\$0")));
    }

    /** What is in the field whose label begins so. */
    String value(String label) {
        return field(label).inputValue();
    }

    /** Whether the cursor is in the field whose label begins so. */
    boolean hasCursorIn(String label) {
        return (boolean) field(label).evaluate("it => it === document.activeElement");
    }

    /** What is said to be wrong about the field whose label begins so; empty if nothing is. */
    String fault(String label) {
        return "true".equals(field(label).getAttribute("aria-invalid")) ? description(label) : "";
    }

    private String description(String label) {
        String texts = field(label).getAttribute("aria-describedby");
        return page.locator("#" + texts.replace(" ", ", #")).first().innerText();
    }

    /** How the application that asks is pictured. */
    byte[] logo() {
        return page.locator(".logo").screenshot();
    }

    /** The button with this name. */
    Locator button(String name) {
        return control(AriaRole.BUTTON, name);
    }

    /** The link with this name. */
    Locator link(String name) {
        return control(AriaRole.LINK, name);
    }

    /** The first of those that do the same. */
    private Locator control(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).first();
    }
}
