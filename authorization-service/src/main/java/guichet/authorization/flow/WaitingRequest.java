package guichet.authorization.flow;

import guichet.authorization.request.AuthorizationRequest;
import guichet.kit.registry.RegisteredClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that a page is about, if an application sent the person here at all.
 *
 * @param handle of the request, or empty
 * @param request what was asked, with {@code client}
 */
public record WaitingRequest(
        String handle, Optional<AuthorizationRequest> request, Optional<RegisteredClient> client) {

    /** Nobody asked for anything: somebody came to sign in. */
    public static final WaitingRequest NONE =
            new WaitingRequest("", Optional.empty(), Optional.empty());

    /** Where a page of ours goes on with it. */
    public String at(String page) {
        return handle.isEmpty() ? page : page + "?request=" + handle;
    }

    Optional<String> clientId() {
        return client.map(RegisteredClient::clientId);
    }

    /** The name of who asks, or empty. */
    public String application() {
        return client.map(RegisteredClient::nameForPeople).orElse("");
    }

    /** The name that the application expects the person to sign in with, or empty. */
    String loginHint() {
        return request.flatMap(it -> it.demand().loginHint()).orElse("");
    }

    /** The addresses at which the flow can end. */
    public List<String> leadsTo() {
        return Stream.concat(
                        request.map(AuthorizationRequest::redirectUri).stream(),
                        client.flatMap(it -> it.metadata().failureRedirectUri()).stream())
                .toList();
    }
}
