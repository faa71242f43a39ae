/**
 * People at a real browser: Chromium, driven by Playwright, against the running suite. They find
 * what they use by its label or name, type into fields and press buttons, by mouse or by keyboard
 * alone, as each {@link guichet.system.browser.Circumstances} has it.
 *
 * <p>Every page that a person comes to is looked at by {@link guichet.system.browser.Inspection}:
 * axe finds nothing in light and dark, wide and narrow; nothing sticks out at the side; a picture
 * of it is put into {@code target/screenshots}. What the browser complains about fails the test.
 * The templates that were shown are noted, and {@code EveryTemplateTest} names those that were not.
 */
package guichet.system.browser;
