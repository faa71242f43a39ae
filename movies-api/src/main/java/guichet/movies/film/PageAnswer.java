package guichet.movies.film;

import static jakarta.ws.rs.core.HttpHeaders.LINK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A page with links to those beside it, RFC 8288, relative to the address that was asked. */
public final class PageAnswer {
    private PageAnswer() {}

    public static RestResponse<FilmPage> of(FilmPage page, UriInfo asked) {
        var answer = ResponseBuilder.ok(page);
        if (page.page() > 0) {
            answer.header(LINK, link("prev", page.page() - 1, asked));
        }
        if (page.isFollowed()) {
            answer.header(LINK, link("next", page.page() + 1, asked));
        }
        return answer.build();
    }

    private static String link(String relation, int page, UriInfo asked) {
        MultivaluedMap<String, String> parameters = asked.getQueryParameters();
        String query =
                Stream.concat(
                                parameters.entrySet().stream()
                                        .filter(entry -> !entry.getKey().equals("page"))
                                        .flatMap(entry ->
                                                entry.getValue().stream()
                                                        .map(value -> pair(entry.getKey(), value))),
                                Stream.of(pair("page", Integer.toString(page))))
                        .collect(joining("&"));
        return "<?%s>; rel=\"%s\"".formatted(query, relation);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
