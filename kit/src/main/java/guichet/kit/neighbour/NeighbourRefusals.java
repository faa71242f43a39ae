package guichet.kit.neighbour;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Tells what a neighbour refuses, RFC 9110 §15.5, from what it fails at. One that was too slow to
 * be asked, or is asked too often, is as good as away.
 */
public class NeighbourRefusals implements ResponseExceptionMapper<NeighbourRefusal> {
    private static final int SLOW = 408;
    private static final int OVERRUN = 429;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400 && status < 500 && status != SLOW && status != OVERRUN;
    }

    @Override
    public NeighbourRefusal toThrowable(Response answer) {
        return answer.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                ? new NeighbourRefusal.Unknown()
                : new NeighbourRefusal(answer.getStatus());
    }
}
