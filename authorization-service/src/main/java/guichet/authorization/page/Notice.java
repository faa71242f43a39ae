package guichet.authorization.page;

import guichet.authorization.language.Text;
import guichet.authorization.page.FormView.Link;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A page that says one thing, and where to go from there. */
public final class Notice {
    private Notice() {}

    /** The page. */
    public static RestResponse<String> page(Status status, Text title, Text text, Link... links) {
        return page(status, title, text, Optional.empty(), links);
    }

    /** The page, with a cookie if there is one to set. */
    public static RestResponse<String> page(
            Status status, Text title, Text text, Optional<NewCookie> cookie, Link... links) {
        return Page.of(status, Templates.notice(title, text, List.of(links))).answer(cookie);
    }
}
