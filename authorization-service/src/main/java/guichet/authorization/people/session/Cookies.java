package guichet.authorization.people.session;

import guichet.oauth.OpaqueToken;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How our cookies are named and protected; on https no neighbouring host can set them, RFC 6265bis.
 */
@Singleton
public class Cookies {
    private static final String BETWEEN_PROOFS = "~";
    private static final int MOST_PROOFS_READ = 6;
    private static final Duration ENDED_IS_KEPT = Duration.ofMinutes(10);

    private final boolean secure;

    Cookies(@ConfigProperty(name = "guichet.issuer") URI issuer) {
        this.secure = "https".equals(issuer.getScheme());
    }

    /** The cookie that holds the session. */
    public String session() {
        return prefix() + "guichet_session";
    }

    /** The cookie by which a browser is known before and after sign-in. */
    public String browser() {
        return prefix() + "guichet_browser";
    }

    /** The cookie that holds who has signed in at the browser before. */
    String device() {
        return prefix() + "guichet_device";
    }

    /** Keeps these proofs for so long, whoever signs out. */
    NewCookie device(List<String> proofs, Duration lifetime) {
        return builder(device(), String.join(BETWEEN_PROOFS, proofs))
                .maxAge((int) lifetime.toSeconds())
                .build();
    }

    /** The proofs that such a cookie holds, whoever made them up. */
    static List<String> proofs(String value) {
        return List.of(value.split(BETWEEN_PROOFS, MOST_PROOFS_READ));
    }

    /** The cookie that holds the handle of a request that a person has left for a while. */
    public String leftRequest() {
        return prefix() + "guichet_request";
    }

    /** Keeps that handle. */
    public NewCookie leftRequest(String handle) {
        return cookie(leftRequest(), handle);
    }

    /** Takes that handle away. */
    public NewCookie noLeftRequest() {
        return ending(leftRequest());
    }

    /** A cookie that ends with the browser's own session. */
    NewCookie cookie(String name, String value) {
        return builder(name, value).build();
    }

    /** A builder made of a cookie would forget how it is protected. */
    private NewCookie.Builder builder(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX);
    }

    /** Takes the session's cookie away. */
    public NewCookie endOfSession() {
        return ending(session());
    }

    /** Keeps for ten minutes which session was ended here: its identifier, which opens nothing. */
    public NewCookie endedSession(UUID sid) {
        return builder(endedSession(), sid.toString())
                .maxAge((int) ENDED_IS_KEPT.toSeconds())
                .build();
    }

    /** Whether it was this session that was last ended in a browser, just now. */
    public boolean hasEnded(UUID sid, HttpHeaders headers) {
        Cookie ended = headers.getCookies().get(endedSession());
        return ended != null && ended.getValue().equals(sid.toString());
    }

    private String endedSession() {
        return prefix() + "guichet_ended";
    }

    private NewCookie ending(String name) {
        return builder(name, "").maxAge(0).build();
    }

    /**
     * What the check_session_iframe reads beside this cookie of a session. Scripts have to read it,
     * and other sites frame them, so it is SameSite=None where that is allowed: with Secure.
     */
    NewCookie browserStateBeside(NewCookie session) {
        boolean isEnd = session.getMaxAge() == 0;
        return new NewCookie.Builder(prefix() + "guichet_state")
                .value(isEnd ? "" : browserState(OpaqueToken.of(session.getValue())))
                .maxAge(session.getMaxAge())
                .path("/")
                .secure(secure)
                .sameSite(secure ? SameSite.NONE : SameSite.LAX)
                .build();
    }

    /** Another one for each session, from which the session cannot be told. */
    static String browserState(OpaqueToken session) {
        return OpaqueToken.of("state " + session.reveal()).sha256();
    }

    private String prefix() {
        return secure ? "__Host-" : "";
    }
}
