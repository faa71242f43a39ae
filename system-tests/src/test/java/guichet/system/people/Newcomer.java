package guichet.system.people;

import guichet.system.actor.Browser;
import guichet.system.actor.Browser.Page;
import guichet.system.actor.Person;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Somebody whom nobody knows yet. */
record Newcomer(Suite stack, String username) {
    static final String PASSWORD = "heron kettle ninety seven";

    static Newcomer to(Suite stack) {
        return new Newcomer(stack, "n" + UUID.randomUUID().toString().substring(0, 12));
    }

    String email() {
        return username + "@people.example";
    }

    Letterbox letters() {
        return Letterbox.of(stack, email());
    }

    /** Fills in the sign-up page. */
    Page signsUp(Browser browser, Page page) {
        return browser.submit(
                page,
                Map.of(
                        "username",
                        username,
                        "name",
                        "Noa Comer",
                        "email",
                        email(),
                        "password",
                        PASSWORD));
    }

    /** Confirms the address, where they are signed in. */
    void provesAddress(Browser browser) throws IOException, InterruptedException {
        browser.submit(browser.open(letters().link("Confirm your e-mail address")), Map.of());
    }

    /** At a browser of their own that follows to these origins, with this password. */
    Person at(Browser browser, String password) {
        return new Person(browser, username, password);
    }

    /** Signs in at a browser without being sent by any application. */
    Page signsIn(Browser browser, String password) {
        return browser.submit(
                browser.open(issuer("/login")), Map.of("username", username, "password", password));
    }

    boolean isSignedIn(Browser browser) {
        return browser.open(issuer("/account")).heading().equals("Your account");
    }

    URI issuer(String path) {
        return stack.issuer().resolve(path);
    }
}
