package guichet.authorization.protocol.request;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import guichet.outside.OutsideCalls;
import guichet.outside.OutsideFailure;
import guichet.registryclient.RegisteredClient;
import jakarta.inject.Singleton;
import java.net.URI;

/** Fetches request objects from where clients registered them, OpenID Connect Core §6.2. */
@Singleton
class RequestUris {
    private final OutsideCalls outside;

    RequestUris(OutsideCalls outside) {
        this.outside = outside;
    }

    /**
     * The object at this address.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request_uri} for an address that the
     *     client did not register, or that cannot be read
     */
    String fetch(RegisteredClient client, String requestUri) {
        URI address =
                HttpAddress.uri(requestUri)
                        .filter(_ -> isRegistered(client, requestUri))
                        .orElseThrow(() ->
                                Reason.REQUEST_URI_NOT_REGISTERED.refuse(
                                        "request_uri is not among the request_uris that"
                                                + " the client registered"));
        try {
            // The fragment, a digest of the object, tells one version from the next, §6.2.
            return outside.get(address).body();
        } catch (OutsideFailure failure) {
            throw Reason.REQUEST_URI_UNREADABLE.refuse(
                    "request_uri could not be read: %s", failure.words());
        }
    }

    private static boolean isRegistered(RegisteredClient client, String requestUri) {
        return client.metadata().openId().requestUris().stream()
                .anyMatch(it -> withoutFragment(it).equals(withoutFragment(requestUri)));
    }

    private static String withoutFragment(String address) {
        return address.replaceFirst("#.*", "");
    }
}
