package guichet.authorization.people.session;

import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browser that a request comes from, known by a random cookie.
 *
 * <p>Forms carry {@link #csrf()}, which only pages for this browser can know: another site can make
 * the browser post, but can neither read nor set the cookie.
 */
public final class Browser {

    private final Cookies cookies;
    private final OpaqueToken token;
    private final boolean isNew;
    private final List<String> deviceProofs;

    private Browser(Cookies cookies, OpaqueToken token, boolean isNew, List<String> deviceProofs) {
        this.cookies = cookies;
        this.token = token;
        this.isNew = isNew;
        this.deviceProofs = deviceProofs;
    }

    /** The browser of this request, or a new one whose cookie is still to be sent. */
    public static Browser of(HttpHeaders headers, Cookies cookies) {
        return of(headers.getCookies(), cookies);
    }

    static Browser of(Map<String, Cookie> sent, Cookies cookies) {
        List<String> proofs =
                Optional.ofNullable(sent.get(cookies.device()))
                        .map(cookie -> Cookies.proofs(cookie.getValue()))
                        .orElse(List.of());
        return Optional.ofNullable(sent.get(cookies.browser()))
                .map(cookie -> OpaqueToken.of(cookie.getValue()))
                .filter(token -> token.isWellFormed(TokenKind.BROWSER))
                .map(token -> new Browser(cookies, token, false, proofs))
                .orElseGet(() ->
                        new Browser(cookies, OpaqueToken.random(TokenKind.BROWSER), true, proofs));
    }

    /** The same browser with another cookie, which is still to be sent. */
    Browser renewed() {
        return new Browser(cookies, OpaqueToken.random(TokenKind.BROWSER), true, deviceProofs);
    }

    /** What is stored to recognise it. */
    public String sha256() {
        return token.sha256();
    }

    /** What forms carry. */
    public String csrf() {
        return OpaqueToken.of("csrf " + token.reveal()).sha256();
    }

    /** The form with these fields, if it was on a page for this browser: {@code csrf} says so. */
    public Optional<PostedForm> posted(Map<String, List<String>> fields) {
        var form = new PostedForm(fields);
        return isNew
                ? Optional.empty()
                : form.find("csrf")
                        .filter(OpaqueToken.of("csrf " + token.reveal())::hasSha256)
                        .map(_ -> form);
    }

    /** What it shows of people who signed in there before, as {@link KnownDevices} reads it. */
    public List<String> deviceProofs() {
        return deviceProofs;
    }

    /** Whether it brought no cookie by which it is known. */
    public boolean isNew() {
        return isNew;
    }

    /** The cookie to send, if it is a new one. */
    public Optional<NewCookie> newCookie() {
        return isNew
                ? Optional.of(cookies.cookie(cookies.browser(), token.reveal()))
                : Optional.empty();
    }
}
