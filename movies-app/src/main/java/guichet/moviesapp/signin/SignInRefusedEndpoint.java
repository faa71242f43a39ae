package guichet.moviesapp.signin;

import guichet.moviesapp.language.Messages;
import guichet.moviesapp.language.Text;
import guichet.moviesapp.page.Message;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What people see whom the provider sent back without a code, RFC 6749 §4.1.2.1. Only the error's
 * code is shown: anybody can write a link with a description of their own.
 */
@Path("/sign-in-refused")
@PermitAll
@RunOnVirtualThread
class SignInRefusedEndpoint {
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    @GET
    public RestResponse<String> refused(@RestQuery @DefaultValue("") String error) {
        return message(error).answer();
    }

    private static Message message(String error) {
        if (error.equals("access_denied")) {
            return new Message(Status.FORBIDDEN, Messages::youRefused, Messages::youRefusedText);
        }
        Text text =
                CODE.matcher(error).matches()
                        ? words -> words.providerRefused(error)
                        : words -> words.providerRefused(words.noReason());
        return new Message(Status.BAD_REQUEST, Messages::signInFailed, text);
    }
}
