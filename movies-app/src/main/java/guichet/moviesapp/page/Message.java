package guichet.moviesapp.page;

import static io.quarkus.qute.CheckedTemplate.HYPHENATED_ELEMENT_NAME;

import guichet.moviesapp.language.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * A page that says what happened and what to do. It asks nobody, not even who looks at it. Its
 * template is checked against these components when the application is built.
 */
@CheckedTemplate(basePath = "", defaultName = HYPHENATED_ELEMENT_NAME)
public record Message(Status status, Text title, Text text) implements TemplateInstance {
    /** The page. */
    public RestResponse<String> answer() {
        return ResponseBuilder.create(status, render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
