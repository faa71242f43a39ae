package guichet.token.status;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.kit.http.KeptAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the status lists, Token Status List §8.1. Anybody may read them. */
@Path("/status-lists")
@PermitAll
class StatusListEndpoint {
    private static final String TYPE = "application/statuslist+jwt";

    /** Kept by anybody, but never used without asking: the answer is a 304 as a rule. */
    private static final String REVALIDATED = "public, no-cache";

    private final StatusLists lists;

    StatusListEndpoint(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("{number:\\d{1,12}}")
    @Produces(TYPE)
    @RunOnVirtualThread
    public RestResponse<String> list(
            @PathParam("number") long number, @Context HttpHeaders request) {
        PublishedList list = lists.find(number).orElseThrow(NotFoundException::new);
        return KeptAnswer.confirmOr(list::token, list.etag(), request)
                .header(CACHE_CONTROL, REVALIDATED)
                .build();
    }
}
