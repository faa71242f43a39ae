package guichet.kit.http;

import guichet.kit.limit.ClientNetwork;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where the request under way comes from, as far as it is known: what the gateway says that {@code
 * guichet.gateway.address} names, what a neighbour says who proved to be one, or who connected.
 */
@ApplicationScoped
public class ClientAddress {
    /** What a neighbour says of where the request comes from that it is serving. */
    static final String HEADER = "Guichet-Client-Address";

    /** Of a request whose sender has proved to be a neighbour. */
    private static final String OF_NEIGHBOUR = ClientAddress.class.getName();

    private final CurrentVertxRequest current;

    ClientAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The address; empty for what no request has asked for. */
    public Optional<String> find() {
        return Arc.requireContainer().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).flatMap(ClientAddress::told)
                : Optional.empty();
    }

    private static Optional<String> told(RoutingContext request) {
        return request.get(OF_NEIGHBOUR, false)
                ? Optional.ofNullable(request.request().getHeader(HEADER))
                : ClientNetwork.told(request.request())
                        .or(() ->
                                Optional.ofNullable(request.request().remoteAddress())
                                        .map(SocketAddress::host));
    }

    /** The sender of the request under way is a neighbour, who says on whose behalf it asks. */
    public void believe() {
        current.getCurrent().put(OF_NEIGHBOUR, true);
    }
}
