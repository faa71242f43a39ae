package guichet.authorization.flow;

import guichet.authorization.request.AuthorizationResponse;
import java.net.URI;

/** Where a person goes next. */
sealed interface Step {
    /** To another page of ours. */
    record ToPage(URI page) implements Step {}

    /** Back to the application. */
    record Back(AuthorizationResponse response) implements Step {}
}
