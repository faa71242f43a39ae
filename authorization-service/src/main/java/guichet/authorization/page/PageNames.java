package guichet.authorization.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Names each page after its template: the class of its body, by which style sheets tell pages
 * apart, {@code account-overview} for instance.
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
