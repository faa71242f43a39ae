package guichet.kit.browser;

import guichet.kit.error.ErrorBody;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Shows people a page where programs are answered with JSON: at what they open. What is sent to
 * other methods is answered as RFC 6749 §5.2 and its like say, whatever stock libraries accept.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(RefusalPages.AFTER_PAGES_OF_THEIR_OWN)
class RefusalPages implements ContainerResponseFilter {
    /** Answers are filtered from the highest number down. */
    static final int AFTER_PAGES_OF_THEIR_OWN = 1;

    private static final Set<String> OPENING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof ErrorBody body
                && OPENING.contains(request.getMethod())
                && Preference.of(request.getAcceptableMediaTypes()) == Preference.PAGE) {
            var headers = answer.getHeaders();
            headers.putSingle("Content-Security-Policy", RefusalPage.CONTENT_SECURITY_POLICY);
            headers.putSingle("Referrer-Policy", "no-referrer");
            answer.setEntity(
                    RefusalPage.of(body, answer.getStatus()),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
