package guichet.authorization.page;

import guichet.oauth.HttpAddress;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Sends a browser on to an application from a page with a form, docs/decisions/0007: Chromium holds
 * all redirects that answer a form to {@code form-action}, also those with which the application
 * itself sends the person on. So a page ends them, and goes on by itself.
 *
 * <p>An address that opens an application on the device needs the redirect, which alone counts as
 * the person's own deed; so does whoever is not known to be a browser, and follows nothing else.
 */
public final class Onward {
    /** At once, and without a place in the history; browsers without scripts read a refresh. */
    private static final String GO = "location.replace(document.getElementById(\"continue\").href)";

    private Onward() {}

    /** The answer that does, and sets a cookie if there is one to set. */
    public static RestResponse<String> page(
            URI address, HttpHeaders headers, Optional<NewCookie> cookie) {
        return HttpAddress.of(address).isPresent() && isBrowser(headers)
                ? Page.of(Status.OK, Templates.onward(address.toString(), GO))
                        .running(GO)
                        .answer(cookie)
                : SeeOther.page(address, cookie);
    }

    /**
     * One that opens this as a page of its own, W3C Fetch Metadata §2.1; where it does not say so,
     * over plain http for example, it still prefers pages that load everything by https, W3C
     * Upgrade Insecure Requests §3.2.1.
     */
    private static boolean isBrowser(HttpHeaders headers) {
        return new FetchMetadata(headers::getHeaderString)
                .destination()
                .map("document"::equals)
                .orElseGet(() -> "1".equals(headers.getHeaderString("Upgrade-Insecure-Requests")));
    }
}
