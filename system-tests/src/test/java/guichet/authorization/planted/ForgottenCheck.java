package guichet.authorization.planted;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MultivaluedMap;

/** Does what a form says, whoever made it. */
public class ForgottenCheck {
    @POST
    public String delete(MultivaluedMap<String, String> body) {
        return body.getFirst("person") + new PostedForm();
    }

    /** Is called like the proof. */
    private static class PostedForm {}
}
