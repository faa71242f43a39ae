package guichet.resource;

import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.runtime.StartupEvent;
import java.util.Optional;

/** An API that validates tokens, put together without Quarkus. */
record TestApi(PublishedKeys keys, WatchedLists statuses, AccessTokenVerifier verifier) {

    /** Started: it has asked for the keys once. */
    static TestApi with(ResourceConfig settings, CurrentTime time) {
        var http = new BoundedFetch(settings, null); // asked by name only
        var keys = new PublishedKeys(time, http, settings);
        var lists = new StatusListReader(time, keys, settings);
        var statuses = new WatchedLists(time, http, lists, settings, TestIssuer.address());
        var reader = new AccessTokenReader(time, keys, settings, TestIssuer.address(), false);
        keys.start(new StartupEvent());
        return new TestApi(keys, statuses, new AccessTokenVerifier(reader, statuses));
    }

    /** Why a token is refused; empty if it is taken. */
    Optional<Reason> refusalOf(String token) {
        try {
            verifier.parse(token, null);
            return Optional.empty();
        } catch (OAuthException refusal) {
            return Optional.of(refusal.error().reason());
        }
    }
}
