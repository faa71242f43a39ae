package guichet.moviesapp.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Names each page after its template: the class of its body, by which style sheets tell pages
 * apart, {@code statistics} for instance. The authorization service has its like: nothing of the
 * suite is shared with an application.
 */
@Singleton
class PageNames {
    void giveTo(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(PageNames::name);
    }

    private static void name(TemplateInstance instance) {
        String template = instance.getTemplate().getId();
        instance.data("page", template.replaceFirst("\\.[a-z]+$", "").replace('/', '-'));
    }
}
