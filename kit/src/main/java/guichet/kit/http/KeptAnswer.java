package guichet.kit.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Confirms what a cache or a client has kept instead of sending it again, RFC 9110 §13.1.2. The
 * framework compares strongly there, and would send all to who passed a cache that compresses.
 */
public final class KeptAnswer {
    private static final Pattern OPAQUE_TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private KeptAnswer() {}

    /** The answer with its tag: the content, or only that it is still the same. */
    public static <T> ResponseBuilder<T> confirmOr(
            Supplier<T> content, String tag, HttpHeaders request) {
        ResponseBuilder<T> answer =
                isKept(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), tag)
                        ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                        : ResponseBuilder.ok(content.get());
        return answer.tag(new EntityTag(tag));
    }

    /** By the weak comparison of RFC 9110 §8.8.3.2: {@code W/} makes no difference. */
    static boolean isKept(List<String> kept, String tag) {
        return kept.stream()
                .anyMatch(each ->
                        each.strip().equals("*")
                                || OPAQUE_TAG
                                        .matcher(each)
                                        .results()
                                        .map((MatchResult it) -> it.group(1))
                                        .anyMatch(tag::equals));
    }
}
