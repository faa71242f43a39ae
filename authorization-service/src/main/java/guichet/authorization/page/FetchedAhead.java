package guichet.authorization.page;

import guichet.oauth.Reason;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers nothing that a browser fetches ahead: pages elsewhere would have their visitors' browsers
 * keep requests and use up limits here. It asks again when somebody does go on, for which the
 * refusal must be no redirect: where that leads, the browser would keep.
 */
@Provider
@PreMatching
@Singleton
class FetchedAhead implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (new FetchMetadata(request::getHeaderString).isAhead()) {
            throw Reason.NO_PAGE_TO_SHOW.refuse(
                    "nothing is fetched ahead from here: lead the browser to this address");
        }
    }
}
