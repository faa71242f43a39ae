package guichet.authorization.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How our cookies are named and protected; on https no neighbouring host can set them, RFC 6265bis.
 */
@Singleton
public class Cookies {
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

    /** A cookie that ends with the browser's own session. */
    NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX)
                .build();
    }

    private String prefix() {
        return secure ? "__Host-" : "";
    }
}
