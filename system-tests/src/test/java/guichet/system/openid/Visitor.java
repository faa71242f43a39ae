package guichet.system.openid;

import guichet.system.stack.HttpsStack.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import org.htmlunit.BrowserVersion;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/** Somebody at a browser that runs scripts: HtmlUnit, by which the foundation's suite signs in. */
final class Visitor implements AutoCloseable {
    private final WebClient browser = new WebClient(BrowserVersion.CHROME);
    private final String username;

    private Visitor(String username) {
        this.username = username;
    }

    /** A person of the local profile, at a browser of their own. */
    static Visitor named(String username, Provider provider) {
        var visitor = new Visitor(username);
        var options = visitor.browser.getOptions();
        try {
            options.setSSLTrustStore(
                    provider.authority().trustStore(), provider.authority().password(), "PKCS12");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.setCssEnabled(false);
        options.setThrowExceptionOnFailingStatusCode(false);
        return visitor;
    }

    /** Opens an address, and goes where its redirects and scripts lead. */
    HtmlPage opens(URI address) {
        try {
            return browser.getPage(address.toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts the parameters of this address to it, as another site's form would. */
    HtmlPage posts(URI address) {
        try {
            var bare = URI.create(address.toString().replaceFirst("\\?.*", "")).toURL();
            return browser.getPage(form(bare, address.getRawQuery()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebRequest form(URL address, String parameters) {
        var request = new WebRequest(address, HttpMethod.POST);
        request.setAdditionalHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setRequestBody(parameters);
        return request;
    }

    /** Signs in where the page asks for it, and allows what it asks to allow. */
    HtmlPage approves(HtmlPage page) {
        return allows(signsIn(page));
    }

    /** Fills in the sign-in page, if that is what is shown. */
    HtmlPage signsIn(HtmlPage page) {
        if (!shows(page, "sign-in")) {
            return page;
        }
        page.<HtmlInput>getHtmlElementById("username").setValue(username);
        page.<HtmlInput>getHtmlElementById("password").setValue(username + "-opens-the-door");
        return clicks(page, "sign-in");
    }

    private HtmlPage allows(HtmlPage page) {
        return shows(page, "allow") ? clicks(page, "allow") : page;
    }

    /** Presses the button of this id. */
    HtmlPage clicks(HtmlPage page, String id) {
        try {
            return page.<HtmlElement>getHtmlElementById(id).click();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean shows(HtmlPage page, String id) {
        return page.getElementById(id) != null;
    }

    static String heading(HtmlPage page) {
        return page.<HtmlElement>querySelector("h1").getTextContent();
    }

    /** Lets the scripts and timers of the pages run. */
    void waits(long milliseconds) {
        browser.waitForBackgroundJavaScript(milliseconds);
    }

    @Override
    public void close() {
        browser.close();
    }
}
