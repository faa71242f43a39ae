package guichet.authorization.protocol.flow;

import guichet.authorization.protocol.request.AuthorizationResponse;
import java.net.URI;

/** Where a person goes next. */
sealed interface Step {
    /** To another page of ours. */
    record ToPage(URI page) implements Step {}

    /** Back to the application. */
    record Back(AuthorizationResponse response) implements Step {}

    /**
     * To an application that nobody here answers for, if the person wants to go there.
     *
     * @param isSilent whether the answer may do without a page, {@code prompt=none}, where it leads
     *     a frame and not the browser
     */
    record Departure(AuthorizationResponse response, boolean isSilent) implements Step {}
}
