package guichet.authorization.page;

import guichet.authorization.page.FormView.Link;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A page that says one thing, and where to go from there. */
public final class Notice {
    private Notice() {}

    /** The page. */
    public static RestResponse<String> page(
            Status status, String title, String text, Link... links) {
        return Page.of(status, Templates.notice(title, text, List.of(links)))
                .answer(Optional.empty());
    }
}
