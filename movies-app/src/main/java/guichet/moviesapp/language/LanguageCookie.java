package guichet.moviesapp.language;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.Locale;

/** Keeps in a browser the language of who sits there. */
public final class LanguageCookie {
    /** How it is called. */
    public static final String NAME = "movies_language";

    private static final Duration LIFETIME = Duration.ofDays(365);

    private LanguageCookie() {}

    /** The cookie that does. */
    public static NewCookie of(Locale language) {
        return new NewCookie.Builder(NAME)
                .value(language.toLanguageTag())
                .path("/")
                .maxAge((int) LIFETIME.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
