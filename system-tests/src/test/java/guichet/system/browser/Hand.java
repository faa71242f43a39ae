package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody reaches what they want to use. */
sealed interface Hand {
    /** Presses a button or a link. */
    void press(Locator control);

    /** Puts the cursor into a field. */
    void enter(Locator field);

    /** Clicks. */
    record Mouse() implements Hand {
        @Override
        public void press(Locator control) {
            control.click();
        }

        @Override
        public void enter(Locator field) {
            field.click();
        }
    }

    /** Goes on with Tab, and always sees where it is, WCAG 2.2 §2.1.1 and §2.4.7. */
    record Keyboard(Page page) implements Hand {
        private static final int MOST_STOPS = 80;

        private static final String IS_FOCUSED = "it => it === document.activeElement";

        /** An outline alone is painted in forced colours, too; shadows are not. */
        private static final String SHOWS_FOCUS =
                """
                it => {
                    const style = getComputedStyle(it);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                }\
                """;

        @Override
        public void press(Locator control) {
            enter(control);
            boolean isButton = (boolean) control.evaluate("it => it.tagName === 'BUTTON'");
            page.keyboard().press(isButton ? "Space" : "Enter");
        }

        @Override
        public void enter(Locator field) {
            for (int stop = 0; !isFocused(field); stop++) {
                assertThat(stop).as("Tab never reaches %s", field).isLessThan(MOST_STOPS);
                page.keyboard().press("Tab");
            }
            assertThat((boolean) field.evaluate(SHOWS_FOCUS))
                    .as("it can be seen that %s has the focus", field)
                    .isTrue();
        }

        private static boolean isFocused(Locator field) {
            return (boolean) field.evaluate(IS_FOCUSED);
        }
    }
}
