package guichet.authorization.language;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps in a browser the language that somebody chose there. */
@Singleton
public class LanguageCookie {
    private static final Duration LIFETIME = Duration.ofDays(365);

    private final boolean secure;

    LanguageCookie(@ConfigProperty(name = "guichet.issuer") URI issuer) {
        this.secure = "https".equals(issuer.getScheme());
    }

    /** On https no neighbouring host can set it, RFC 6265bis. */
    String name() {
        return (secure ? "__Host-" : "") + "guichet_language";
    }

    /** The cookie that does. */
    public NewCookie of(Locale language) {
        return new NewCookie.Builder(name())
                .value(language.toLanguageTag())
                .path("/")
                .maxAge((int) LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX)
                .build();
    }
}
