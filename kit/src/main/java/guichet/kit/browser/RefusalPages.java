package guichet.kit.browser;

import guichet.kit.error.ErrorBody;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Shows people a page where programs are answered with JSON. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(RefusalPages.AFTER_PAGES_OF_THEIR_OWN)
class RefusalPages implements ContainerResponseFilter {
    /** Answers are filtered from the highest number down. */
    static final int AFTER_PAGES_OF_THEIR_OWN = 1;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof ErrorBody error
                && Preference.of(request.getAcceptableMediaTypes()) == Preference.PAGE) {
            var headers = answer.getHeaders();
            headers.putSingle("Content-Security-Policy", RefusalPage.CONTENT_SECURITY_POLICY);
            headers.putSingle("X-Content-Type-Options", "nosniff");
            headers.putSingle("Referrer-Policy", "no-referrer");
            answer.setEntity(
                    RefusalPage.of(error, answer.getStatus()),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
