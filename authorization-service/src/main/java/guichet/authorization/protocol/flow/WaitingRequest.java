package guichet.authorization.protocol.flow;

import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.registryclient.RegisteredClient;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A request that waits for its person, and the client that made it. */
record WaitingRequest(String handle, AuthorizationRequest request, RegisteredClient client) {
    /** What people take along who leave it for a while, and read this language. */
    ToApplication ticket(Locale reader) {
        return new ToApplication(
                handle,
                client.clientId(),
                client.nameFor(reader),
                request.demand().loginHint().orElse(""),
                leadsTo(),
                request.demand().chosen());
    }

    /** The addresses at which the flow can end. */
    List<String> leadsTo() {
        return Stream.concat(
                        Stream.of(request.redirectUri()),
                        client.metadata().failureRedirectUri().stream())
                .toList();
    }
}
