package guichet.movies.film;

import static jakarta.ws.rs.core.HttpHeaders.LINK;

import jakarta.ws.rs.core.UriInfo;
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
        String query =
                asked.getRequestUriBuilder().replaceQueryParam("page", page).build().getRawQuery();
        return "<?%s>; rel=\"%s\"".formatted(query, relation);
    }
}
