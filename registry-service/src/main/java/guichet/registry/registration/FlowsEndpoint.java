package guichet.registry.registration;

import guichet.kit.internal.CallableBy;
import guichet.registryclient.OfferedFlows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells token-service, for its metadata, of the flows on offer, {@code docs/internal-api.md}. */
@Path("/internal/flows")
@CallableBy("token")
@RunOnVirtualThread
class FlowsEndpoint {
    private final OpenFlows flows;

    FlowsEndpoint(OpenFlows flows) {
        this.flows = flows;
    }

    @GET
    public OfferedFlows flows() {
        return flows.onOffer();
    }
}
