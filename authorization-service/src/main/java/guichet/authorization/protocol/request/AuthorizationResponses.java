package guichet.authorization.protocol.request;

import guichet.kit.metric.Refusals;
import guichet.oauth.OAuthError;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the answers to requests, RFC 6749 §4.1.2, each naming the issuer, RFC 9207. */
@Singleton
public class AuthorizationResponses {
    private final String issuer;

    AuthorizationResponses(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    /**
     * Back to the application with what it asked for.
     *
     * @param issued the parameters that hold it: a code, or tokens
     * @param sessionState of Session Management 1.0 §2, if there is one
     */
    public AuthorizationResponse success(
            AuthorizationRequest request,
            Map<String, String> issued,
            Optional<String> sessionState) {
        var parameters = new LinkedHashMap<>(issued);
        sessionState.ifPresent(value -> parameters.put("session_state", value));
        return answer(request.reply(), parameters);
    }

    /** Back to the application, or to its address for failures, with an error. */
    public AuthorizationResponse failure(Recipient recipient, OAuthError error) {
        Refusals.answered(error);
        return answer(recipient.failureReply(), error.parameters(issuer));
    }

    private AuthorizationResponse answer(ReplyAddress reply, Map<String, String> parameters) {
        reply.state().ifPresent(value -> parameters.put("state", value));
        parameters.put("iss", issuer);
        return new AuthorizationResponse(reply, parameters);
    }
}
