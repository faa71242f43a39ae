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
        return request().flatMap(request -> told(request).or(() -> whoConnected(request)));
    }

    /** A neighbour comes on behalf of somebody whom it names, or of nobody. */
    private static Optional<String> whoConnected(RoutingContext request) {
        return isOfNeighbour(request)
                ? Optional.empty()
                : Optional.ofNullable(request.request().remoteAddress()).map(SocketAddress::host);
    }

    private static boolean isOfNeighbour(RoutingContext request) {
        return request.get(OF_NEIGHBOUR, false);
    }

    /**
     * What the gateway or a neighbour says; empty where neither says it. Who connected is not
     * meant: from a gateway that says nothing everybody would come from one place.
     */
    public Optional<String> findTold() {
        return request().flatMap(ClientAddress::told);
    }

    private Optional<RoutingContext> request() {
        return Arc.requireContainer().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent())
                : Optional.empty();
    }

    private static Optional<String> told(RoutingContext request) {
        return isOfNeighbour(request)
                ? Optional.ofNullable(request.request().getHeader(HEADER))
                        .flatMap(ClientNetwork::withoutPort)
                : ClientNetwork.told(request.request());
    }

    /** The sender of the request under way is a neighbour, who says on whose behalf it asks. */
    public void believe() {
        current.getCurrent().put(OF_NEIGHBOUR, true);
    }
}
