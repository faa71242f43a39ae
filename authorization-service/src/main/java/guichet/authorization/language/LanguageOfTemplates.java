package guichet.authorization.language;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Has each page in the language of who reads it, with the others to choose from. */
@Singleton
class LanguageOfTemplates {
    /** What a field of a form may hold, {@code quarkus.http.limits.max-form-attribute-size}. */
    private static final int LONGEST = 2048;

    private final PreferredLanguage preferred;
    private final Languages languages;
    private final RequestUnderWay current;

    LanguageOfTemplates(PreferredLanguage preferred, Languages languages, RequestUnderWay current) {
        this.preferred = preferred;
        this.languages = languages;
        this.current = current;
    }

    void giveTo(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::set);
    }

    private void set(TemplateInstance page) {
        Locale language = preferred.get();
        page.setLocale(language);
        page.data("language", language.toLanguageTag());
        page.data("languages", languages.offered().stream().map(Choice::of).toList());
        page.data("here", here());
    }

    /** Where the page is to be had again: what was posted is not posted twice. */
    private String here() {
        return current.find()
                .map(RoutingContext::request)
                .map(LanguageOfTemplates::address)
                .orElse("/");
    }

    private static String address(HttpServerRequest request) {
        boolean isAsOpened =
                request.method().equals(HttpMethod.GET) && request.uri().length() <= LONGEST;
        return isAsOpened ? request.uri() : Optional.ofNullable(request.path()).orElse("/");
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
