package guichet.kit.http;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the neighbours where the request comes from for which they are asked. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
@Singleton
@Unremovable
class ForwardedAddress implements ClientRequestFilter {
    private final ClientAddress sender;

    ForwardedAddress(ClientAddress sender) {
        this.sender = sender;
    }

    @Override
    public void filter(ClientRequestContext call) {
        sender.find().ifPresent(it -> call.getHeaders().putSingle(ClientAddress.HEADER, it));
    }
}
