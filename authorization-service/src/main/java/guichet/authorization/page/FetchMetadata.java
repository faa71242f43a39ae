package guichet.authorization.page;

import guichet.oauth.Reason;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of why it asks, W3C Fetch Metadata. No script can write it; older browsers,
 * and all of them over plain http, say nothing, and then there is no telling.
 *
 * @param headers the value of a header by its name, null when it was not sent
 */
public record FetchMetadata(Function<String, @Nullable String> headers) {
    /** Of the request under way, if there is one. */
    public static Optional<FetchMetadata> of(CurrentVertxRequest current) {
        return Optional.ofNullable(current.getCurrent())
                .map(it -> new FetchMetadata(it.request()::getHeader));
    }

    /**
     * Refuses what leads no browser anywhere, §2.2: an image, or a script's request. Frames do.
     *
     * @throws guichet.oauth.OAuthException that says how to ask instead
     */
    public void requireNavigation() {
        require(is("Sec-Fetch-Mode", "navigate"));
    }

    /**
     * Refuses what no page of ours is shown for, §2.1: all but a window, since none is framed.
     *
     * @throws guichet.oauth.OAuthException that says how to ask instead
     */
    public void requirePage() {
        requireNavigation();
        require(is("Sec-Fetch-Dest", "document"));
    }

    private boolean is(String name, String value) {
        return find(name).map(value::equals).orElse(true);
    }

    private static void require(boolean isGood) {
        if (!isGood) {
            throw Reason.NO_PAGE_TO_SHOW.refuse(
                    "only a browser window can go on from here: lead the browser to this address");
        }
    }

    /**
     * Whether a page of this origin may have had it sent, or the person, §2.3; no page elsewhere.
     */
    public boolean isOfThisOrigin() {
        return find("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
    }

    /**
     * Whether it is fetched ahead, in case somebody goes on there: any page can have that done, <a
     * href="https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header">Sec-Purpose</a>.
     */
    boolean isAhead() {
        return find("Sec-Purpose").isPresent();
    }

    /** What the answer is for, such as {@code document} or {@code iframe}, §2.1. */
    Optional<String> destination() {
        return find("Sec-Fetch-Dest");
    }

    /**
     * Whether the answer is shown within a page of somebody else: the browser itself stays there.
     */
    public boolean isForFrame() {
        return destination().filter("iframe"::equals).isPresent();
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
