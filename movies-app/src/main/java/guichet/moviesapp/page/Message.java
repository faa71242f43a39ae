package guichet.moviesapp.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A page that says what happened and what to do. It asks nobody, not even who looks at it. */
public record Message(Status status, String title, String text) {
    /** The page. */
    public RestResponse<String> answer() {
        return ResponseBuilder.create(status, html())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }

    String html() {
        return Templates.message(title, text).render();
    }

    /** Its template, checked against this signature when the application is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance message(String title, String text);
    }
}
