package guichet.token.request;

import guichet.oauth.Form;
import guichet.oauth.GrantType;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import java.util.List;
import java.util.Optional;

/**
 * A request for tokens, by grant type, RFC 6749 §4 and §6; each may name the APIs that the access
 * token is for, RFC 8707 §2.2.
 */
sealed interface TokenRequest {
    /** RFC 6749 §4.1.3 with RFC 7636 §4.5. */
    record AuthorizationCodeRequest(
            OpaqueToken code,
            Optional<String> redirectUri,
            Optional<OpaqueToken> codeVerifier,
            List<String> resources)
            implements TokenRequest {}

    /** RFC 6749 §4.3.2. */
    record PasswordTokenRequest(
            String username, OpaqueToken password, Optional<Scope> scope, List<String> resources)
            implements TokenRequest {}

    /** RFC 6749 §4.4.2. */
    record ClientCredentialsRequest(Optional<Scope> scope, List<String> resources)
            implements TokenRequest {}

    /** RFC 6749 §6. */
    record RefreshRequest(OpaqueToken refreshToken, Optional<Scope> scope, List<String> resources)
            implements TokenRequest {}

    /**
     * Reads a request.
     *
     * @throws guichet.oauth.OAuthException {@code unsupported_grant_type}, {@code invalid_scope} or
     *     {@code invalid_request} naming the parameter that is missing
     */
    static TokenRequest of(Form form) {
        String type = form.require("grant_type");
        List<String> resources = form.all("resource");
        return switch (GrantType.find(type).orElseThrow(TokenRequest::unsupported)) {
            case AUTHORIZATION_CODE ->
                    new AuthorizationCodeRequest(
                            OpaqueToken.of(form.require("code")),
                            form.find("redirect_uri"),
                            form.find("code_verifier").map(OpaqueToken::of),
                            resources);
            case IMPLICIT -> throw unsupported();
            case PASSWORD ->
                    new PasswordTokenRequest(
                            form.require("username"),
                            OpaqueToken.of(form.require("password")),
                            scope(form),
                            resources);
            case CLIENT_CREDENTIALS -> new ClientCredentialsRequest(scope(form), resources);
            case REFRESH_TOKEN ->
                    new RefreshRequest(
                            OpaqueToken.of(form.require("refresh_token")), scope(form), resources);
        };
    }

    private static Optional<Scope> scope(Form form) {
        return form.find("scope").map(Scope::parse);
    }

    private static RuntimeException unsupported() {
        return Reason.GRANT_TYPE_UNSUPPORTED.refuse(
                "grant_type must be authorization_code, password, client_credentials or"
                        + " refresh_token");
    }
}
