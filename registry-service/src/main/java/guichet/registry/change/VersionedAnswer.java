package guichet.registry.change;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.ETAG;

import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answer with something that has versions: the next change of it says which one it saw. */
public final class VersionedAnswer {
    private VersionedAnswer() {}

    /** Of this version. */
    public static <T> ResponseBuilder<T> of(T body, long version) {
        return ResponseBuilder.ok(body)
                .header(ETAG, Precondition.tag(version))
                .header(CACHE_CONTROL, "no-store");
    }
}
