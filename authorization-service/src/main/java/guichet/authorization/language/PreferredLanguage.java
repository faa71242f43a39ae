package guichet.authorization.language;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which language whoever is served now reads: as they chose on a page; else as the application
 * that sent them asks; else as they say in their profile; else as their browser says.
 *
 * <p>Who finds out what the application asks, or who the person is, notes it with the request. It
 * is the only thing that is kept there: what refuses a request knows neither of them.
 */
@Singleton
public class PreferredLanguage {
    private static final String ASKED = PreferredLanguage.class.getName() + ".asked";
    private static final String OWN = PreferredLanguage.class.getName() + ".own";

    private final RequestUnderWay current;
    private final Languages languages;
    private final LanguageCookie cookie;

    PreferredLanguage(RequestUnderWay current, Languages languages, LanguageCookie cookie) {
        this.current = current;
        this.languages = languages;
        this.cookie = cookie;
    }

    /** Notes what the application asks, {@code ui_locales} of OpenID Connect Core §3.1.2.1. */
    public void asked(String uiLocales) {
        note(ASKED, uiLocales);
    }

    /** Notes what the person says of themselves, {@code locale} of OpenID Connect Core §5.1. */
    public void own(String locale) {
        note(OWN, locale);
    }

    private void note(String what, String tags) {
        current.find().ifPresent(it -> it.put(what, tags));
    }

    /** The language. */
    public Locale get() {
        return current.find().flatMap(this::find).orElseGet(languages::usual);
    }

    private Optional<Locale> find(RoutingContext request) {
        return Stream.of(chosen(request), asked(request), own(request), accepted(request))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Locale> chosen(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(cookie.name()))
                .map(Cookie::getValue)
                .flatMap(languages::find);
    }

    /** A page that goes by no request may be asked itself. */
    private Optional<Locale> asked(RoutingContext request) {
        return noted(request, ASKED)
                .or(() -> Optional.ofNullable(parameter(request)))
                .flatMap(languages::firstOf);
    }

    private static @Nullable String parameter(RoutingContext request) {
        return request.request().getParam("ui_locales");
    }

    private Optional<Locale> own(RoutingContext request) {
        return noted(request, OWN).flatMap(languages::best);
    }

    private Optional<Locale> accepted(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(languages::best);
    }

    private static Optional<String> noted(RoutingContext request, String what) {
        return Optional.ofNullable(request.get(what));
    }
}
