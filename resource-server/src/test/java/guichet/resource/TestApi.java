package guichet.resource;

import guichet.resource.issuer.TestIssuer;
import io.quarkus.runtime.StartupEvent;

/** An API that validates tokens, put together without Quarkus. */
record TestApi(PublishedKeys keys, GrantStatuses statuses, AccessTokenVerifier verifier) {

    /** Started: it has asked for the keys once. */
    static TestApi with(ResourceConfig settings, CurrentTime time) {
        var http = new BoundedFetch();
        var keys = new PublishedKeys(time, new JwksFetcher(http, settings), settings);
        var fetcher = new StatusListFetcher(time, http, keys, settings, TestIssuer.address());
        var statuses = new GrantStatuses(time, fetcher, settings);
        var verifier =
                new AccessTokenVerifier(time, keys, statuses, settings, TestIssuer.address());
        keys.start(new StartupEvent());
        return new TestApi(keys, statuses, verifier);
    }
}
