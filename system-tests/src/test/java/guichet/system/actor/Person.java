package guichet.system.actor;

import guichet.system.actor.Browser.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Somebody at a browser of their own. */
public final class Person {
    private final Browser browser;
    private final String username;
    private final String password;

    public Person(Browser browser, String username, String password) {
        this.browser = browser;
        this.username = username;
        this.password = password;
    }

    /** Signs in, approves, and goes on, each where asked, and returns to the application. */
    public Redirect authorizes(URI authorizationRequest) {
        return Redirect.of(decides(authorizationRequest, "allow"));
    }

    /** Signs in where asked, refuses, and returns to the application. */
    public Redirect refuses(URI authorizationRequest) {
        return Redirect.of(decides(authorizationRequest, "deny"));
    }

    /** Allows what this page asks, and returns to the application. */
    public Redirect returnsFrom(Page consent) {
        return Redirect.of(browser.submit(consent, Map.of("decision", "allow")));
    }

    private Page decides(URI authorizationRequest, String decision) {
        Page page = signsIn(authorizationRequest);
        return page.body().contains("name=\"decision\"")
                ? browser.submit(page, Map.of("decision", decision))
                : departs(page);
    }

    /** Goes on to an application that nobody answers for, if the page asks whether to. */
    private Page departs(Page page) {
        Element link = page.html().selectFirst("a#continue");
        return link == null ? page : browser.follow(page, link);
    }

    /** Opens the link and signs in where asked. */
    public Page signsIn(URI authorizationRequest) {
        Page page = browser.open(authorizationRequest);
        return page.body().contains("name=\"password\"")
                ? browser.submit(page, Map.of("username", username, "password", password))
                : page;
    }

    /**
     * Opens the link with which an application signs people out, confirms where asked, and goes on
     * to where the provider leads.
     */
    public URI signsOut(URI endSessionRequest) {
        return departs(confirms(browser.open(endSessionRequest))).address();
    }

    /** Presses the button of the provider's page that asks whether to sign out, if it is there. */
    public Page confirms(Page page) {
        return page.html().select("button[value=sign_out]").isEmpty()
                ? page
                : browser.press(page, "button[value=sign_out]");
    }

    /** Opens a page of an application that sends people to sign in, does so, and allows it. */
    public Page visits(URI page) {
        return decides(page, "allow");
    }

    /** Opens such a page and allows the application nothing. */
    public Page visitsAndRefuses(URI page) {
        return decides(page, "deny");
    }

    /** Presses a button of a page. */
    public Page presses(Page page, String button) {
        return browser.press(page, button);
    }

    public Page opens(URI address) {
        return browser.open(address);
    }

    /** Where the application got the person back, with the parameters of the answer. */
    public record Redirect(URI address, Map<String, String> parameters) {
        static Redirect of(Page page) {
            String answer =
                    Optional.ofNullable(page.address().getRawFragment())
                            .or(() -> Optional.ofNullable(page.address().getRawQuery()))
                            .orElseThrow(() ->
                                    new AssertionError(
                                            "no answer, but %s %s".formatted(page, page.body())));
            return new Redirect(
                    page.address(),
                    Stream.of(answer.split("&"))
                            .map(pair -> pair.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1]))));
        }

        public String code() {
            return get("code");
        }

        public String get(String parameter) {
            if (!parameters.containsKey(parameter)) {
                throw new AssertionError("no %s in %s".formatted(parameter, parameters.keySet()));
            }
            return parameters.get(parameter);
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
