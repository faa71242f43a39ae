package guichet.token.client;

import guichet.oauth.ClientAuthenticationMethod;
import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says of its client: one method, RFC 6749 §2.3. */
sealed interface PresentedCredentials {
    String BASIC = "basic ";

    /** {@code client_secret_basic} or {@code client_secret_post}. */
    record Secret(String clientId, ClientAuthenticationMethod method, OpaqueToken secret)
            implements PresentedCredentials {}

    /** {@code private_key_jwt} or {@code client_secret_jwt}. */
    record Assertion(Optional<String> clientId, String jwt) implements PresentedCredentials {
        @Override
        public String toString() {
            return "Assertion[masked]";
        }
    }

    /** {@code none}. */
    record Name(String clientId) implements PresentedCredentials {}

    static PresentedCredentials of(@Nullable String authorization, Form form) {
        boolean asserted = form.has("client_assertion");
        if (authorization != null) {
            if (asserted) {
                throw twice("in the header and with client_assertion");
            }
            return basic(authorization, form);
        }
        return asserted ? assertion(form) : inForm(form);
    }

    private static PresentedCredentials inForm(Form form) {
        String clientId = form.require("client_id");
        return form.find("client_secret")
                .<PresentedCredentials>map(secret ->
                        new Secret(
                                clientId,
                                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                                OpaqueToken.of(secret)))
                .orElseGet(() -> new Name(clientId));
    }

    /** RFC 7521 §4.2. */
    private static PresentedCredentials assertion(Form form) {
        if (form.has("client_secret")) {
            throw twice("with client_secret and with client_assertion");
        }
        if (!form.require("client_assertion_type").equals(ClientAssertion.TYPE)) {
            throw Reason.ASSERTION_TYPE_UNSUPPORTED.refuse(
                    "client_assertion_type must be " + ClientAssertion.TYPE);
        }
        return new Assertion(form.find("client_id"), form.require("client_assertion"));
    }

    private static RuntimeException twice(String how) {
        return Reason.CLIENT_AUTHENTICATED_TWICE.refuse("the client authenticates twice: %s", how);
    }

    /**
     * RFC 6749 §2.3.1: both halves are form-encoded before they are joined by a colon. An empty
     * secret is as good as none, in the header as in the form: libraries for public clients send
     * it.
     */
    private static PresentedCredentials basic(String authorization, Form form) {
        if (form.has("client_secret")) {
            throw twice("in the header and with client_secret");
        }
        String[] pair = decoded(authorization).split(":", 2);
        if (pair.length != 2) {
            throw malformed();
        }
        String clientId = formDecoded(pair[0]);
        if (form.find("client_id").filter(id -> !id.equals(clientId)).isPresent()) {
            throw Reason.CLIENT_ID_DIFFERS.refuse(
                    "client_id differs from the one in the Authorization header");
        }
        String secret = formDecoded(pair[1]);
        return secret.isEmpty()
                ? new Name(clientId)
                : new Secret(
                        clientId,
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        OpaqueToken.of(secret));
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
        return Reason.CLIENT_AUTHENTICATION_FAILED.refuse(
                "the Authorization header is not well-formed Basic");
    }
}
