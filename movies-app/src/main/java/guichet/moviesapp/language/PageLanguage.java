package guichet.moviesapp.language;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Has each page in the language of who reads it: as they chose at its foot, or said of themselves
 * when they signed in; else as their browser says.
 */
@Singleton
class PageLanguage {
    private final Languages languages;
    private final CurrentVertxRequest current;

    PageLanguage(Languages languages, CurrentVertxRequest current) {
        this.languages = languages;
        this.current = current;
    }

    void giveTo(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::set);
    }

    private void set(TemplateInstance page) {
        Optional<HttpServerRequest> request =
                Arc.requireContainer().requestContext().isActive()
                        ? Optional.ofNullable(current.getCurrent()).map(RoutingContext::request)
                        : Optional.empty();
        Locale language = request.flatMap(this::find).orElseGet(languages::usual);
        page.setLocale(language);
        page.data("language", language.toLanguageTag());
        page.data("languages", choices());
        page.data("here", request.map(PageLanguage::here).orElse("/"));
    }

    private List<Choice> choices() {
        return languages.offered().stream().map(Choice::of).toList();
    }

    private Optional<Locale> find(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(LanguageCookie.NAME))
                .map(Cookie::getValue)
                .flatMap(languages::find)
                .or(() ->
                        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .flatMap(languages::best));
    }

    /** Where the page is to be had again: what was posted is not posted twice. */
    private static String here(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) ? request.uri() : "/";
    }

    /**
     * A language to choose.
     *
     * @param name as those call it who speak it
     */
    record Choice(String tag, String name) {
        static Choice of(Locale language) {
            String name = language.getDisplayLanguage(language);
            return new Choice(
                    language.toLanguageTag(),
                    name.substring(0, 1).toUpperCase(language) + name.substring(1));
        }
    }
}
