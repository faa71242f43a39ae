package guichet.authorization.limit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses what is one too many, before anything else is done for it. */
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
        if (limited != null) {
            limits.require(limited.value());
        }
    }
}
