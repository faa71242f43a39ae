package guichet.system.actor;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.Sha256;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A registered application that speaks plain HTTP and sends its secret in the form. */
public final class Application {
    public static final String REDIRECT_URI = "http://127.0.0.1:9999/cb";
    private static final String VERIFIER =
            "a-verifier-that-is-long-enough-for-rfc-7636-section-4.1";

    private final Http http;
    private final JsonNode registration;

    /**
     * One that has registered.
     *
     * @param registration the answer, RFC 7591 §3.2.1
     */
    public Application(Http http, JsonNode registration) {
        this.http = http;
        this.registration = registration;
    }

    public String clientId() {
        return registration.get("client_id").asText();
    }

    public Optional<String> clientSecret() {
        return Optional.ofNullable(registration.get("client_secret")).map(JsonNode::asText);
    }

    /** The link to the authorization endpoint, with PKCE. */
    public URI authorizationRequest(String scope, String state) {
        return http.issuer("/auth", parameters(scope, state));
    }

    /** The parameters of that link, for tests that change one. */
    public Map<String, String> parameters(String scope, String state) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId());
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", scope);
        parameters.put("state", state);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    public Answer redeems(String code) {
        return redeems(code, VERIFIER);
    }

    public Answer redeems(String code, String verifier) {
        return token(
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT_URI,
                        "code_verifier", verifier));
    }

    public Answer usesPassword(String username, String password) {
        return token(Map.of("grant_type", "password", "username", username, "password", password));
    }

    public Answer usesItsOwnCredentials() {
        return token(Map.of("grant_type", "client_credentials"));
    }

    public Answer refreshes(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Asks what a token is, RFC 7662 §2.1. */
    public Answer introspects(String token) {
        return http.postForm("/introspect", authenticated(Map.of("token", token)));
    }

    /** The answer to the end of a token's grant, RFC 7009 §2.1. */
    public Answer revoke(String token) {
        return http.postForm("/revoke", authenticated(Map.of("token", token)));
    }

    /** Ends the grant of a token, RFC 7009 §2.1. */
    public void revokes(String token) {
        Answer answer = revoke(token);
        if (answer.status() != 200) {
            throw new AssertionError("not revoked: " + answer.body());
        }
    }

    /** Reads its own registration, RFC 7592 §2.1. */
    public Answer readsItself() {
        return http.get("/register/" + clientId(), registrationAccessToken());
    }

    /** Deletes its own registration, RFC 7592 §2.3. */
    public Answer deletesItself() {
        return http.delete("/register/" + clientId(), registrationAccessToken());
    }

    private String registrationAccessToken() {
        return registration.get("registration_access_token").asText();
    }

    /** A token request with the application's credentials added. */
    public Answer token(Map<String, String> parameters) {
        return http.postForm("/token", authenticated(parameters));
    }

    private Map<String, String> authenticated(Map<String, String> parameters) {
        var form = new LinkedHashMap<>(parameters);
        form.put("client_id", clientId());
        clientSecret().ifPresent(secret -> form.put("client_secret", secret));
        return form;
    }

    private static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER));
    }
}
