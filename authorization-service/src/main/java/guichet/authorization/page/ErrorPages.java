package guichet.authorization.page;

import guichet.kit.error.ErrorBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows people a page where an application is answered with JSON. */
@Provider
@AnswersWithPages
class ErrorPages implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof ErrorBody body) {
            RestResponse<String> page = ErrorPage.of(body.error(), answer.getStatus());
            answer.getHeaders().putAll(page.getHeaders());
            answer.setEntity(page.getEntity());
        }
    }
}
