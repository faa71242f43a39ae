package guichet.authorization.limit;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.FetchMetadata;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what is one too many, before anything else is done for it. What a page of somebody else
 * has a browser send is not counted: the visitors of that page would use up what their network may.
 */
@Provider
@Singleton
class LimitFilter implements ContainerRequestFilter {
    private final Limits limits;
    private final ResourceInfo endpoint;

    LimitFilter(Limits limits, @Context ResourceInfo endpoint) {
        this.limits = limits;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Limited limited = endpoint.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null) {
            return;
        }
        var browser = new FetchMetadata(request::getHeaderString);
        if (limited.value().isForApplications()) {
            browser.requirePage();
        } else if (!browser.isOfThisOrigin()) {
            request.abortWith(ErrorPage.ofAnotherSite().toResponse());
            return;
        }
        limits.require(limited.value());
    }
}
