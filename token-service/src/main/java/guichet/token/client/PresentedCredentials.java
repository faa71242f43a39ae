package guichet.token.client;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Form;
import guichet.oauth.OAuthError.InvalidClient;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OpaqueToken;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its client: one method, RFC 6749 §2.3.
 *
 * @param secret empty for the method {@code none}
 */
record PresentedCredentials(
        String clientId, ClientAuthenticationMethod method, Optional<OpaqueToken> secret) {
    private static final String BASIC = "basic ";

    static PresentedCredentials of(@Nullable String authorization, Form form) {
        if (authorization != null) {
            return basic(authorization, form);
        }
        String clientId = form.require("client_id");
        return form.find("client_secret")
                .map(secret -> post(clientId, secret))
                .orElseGet(() -> none(clientId));
    }

    private static PresentedCredentials post(String clientId, String secret) {
        return new PresentedCredentials(
                clientId,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                Optional.of(OpaqueToken.of(secret)));
    }

    private static PresentedCredentials none(String clientId) {
        return new PresentedCredentials(
                clientId, ClientAuthenticationMethod.NONE, Optional.empty());
    }

    /** RFC 6749 §2.3.1: both halves are form-encoded before they are joined by a colon. */
    private static PresentedCredentials basic(String authorization, Form form) {
        if (form.has("client_secret")) {
            throw new InvalidRequest(
                            "the client authenticates twice: in the header and with client_secret")
                    .refuse();
        }
        String[] pair = decoded(authorization).split(":", 2);
        if (pair.length != 2) {
            throw malformed();
        }
        String clientId = formDecoded(pair[0]);
        if (form.find("client_id").filter(id -> !id.equals(clientId)).isPresent()) {
            throw new InvalidRequest("client_id differs from the one in the Authorization header")
                    .refuse();
        }
        return new PresentedCredentials(
                clientId,
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                Optional.of(OpaqueToken.of(formDecoded(pair[1]))));
    }

    private static String decoded(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw malformed();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return new InvalidClient("the Authorization header is not well-formed Basic").refuse();
    }
}
