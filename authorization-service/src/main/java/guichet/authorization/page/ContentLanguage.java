package guichet.authorization.page;

import static jakarta.ws.rs.core.HttpHeaders.CONTENT_LANGUAGE;

import guichet.authorization.language.PreferredLanguage;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Says of each page in which language it is, RFC 9110 §8.5. */
@Provider
@Priority(ContentLanguage.AFTER_ERRORS_BECAME_PAGES)
@AnswersWithPages
class ContentLanguage implements ContainerResponseFilter {
    /** Answers are filtered from the highest number down. */
    static final int AFTER_ERRORS_BECAME_PAGES = Priorities.USER - 1;

    private final PreferredLanguage language;

    ContentLanguage(PreferredLanguage language) {
        this.language = language;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.hasEntity() && MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType())) {
            answer.getHeaders().putSingle(CONTENT_LANGUAGE, language.get().toLanguageTag());
        }
    }
}
