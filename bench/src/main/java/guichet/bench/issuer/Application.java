package guichet.bench.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.bench.load.Load;
import guichet.bench.load.TokenFile;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * An application that has registered, and proves who it is by {@code client_secret_basic}.
 *
 * @param scope what it asks for as itself; none where it is empty
 */
public record Application(
        URI token, URI introspection, String clientId, String clientSecret, String scope) {
    private static final Calls CALLS = new Calls(Map.of());

    /**
     * With what it authenticates; identifiers and secrets here need no encoding (RFC 6749 §2.3.1).
     */
    public Map<String, String> headers() {
        byte[] credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** A token for itself, RFC 6749 §4.4. */
    public String clientCredentialsForm() {
        return "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope);
    }

    /** Asks for such tokens. */
    public Load clientCredentials() {
        return clientCredentials(token);
    }

    /** The same elsewhere: at a gateway. */
    public Load clientCredentials(URI address) {
        return Load.form(address, headers(), clientCredentialsForm());
    }

    /** Refreshes. */
    public Load rotation(TokenFile file, List<String> refreshTokens) {
        return file.rotation(token, headers(), "grant_type=refresh_token", refreshTokens);
    }

    /** Asks what tokens are good for, RFC 7662. They have to be good. */
    public Load introspection(TokenFile file, List<String> accessTokens) {
        JsonNode answer = ask(introspection, "token=" + accessTokens.getFirst());
        if (!answer.path("active").asBoolean()) {
            throw new Failure("%s says that a token that is good is not".formatted(introspection));
        }
        return file.inForms(introspection, headers(), "token=", accessTokens);
    }

    /** An access token for a refresh token each. */
    public List<String> accessTokens(List<String> refreshTokens) {
        return refreshTokens.stream()
                .map(each -> "grant_type=refresh_token&refresh_token=" + each)
                .map(form -> ask(token, form).path("access_token").asText())
                .toList();
    }

    /** What the server answers to this form. */
    public JsonNode ask(URI address, String form) {
        HttpResponse<String> answer = CALLS.send(request(address, form));
        if (answer.statusCode() >= 400) {
            throw new Failure(
                    "%s answers %d: %s".formatted(address, answer.statusCode(), answer.body()));
        }
        return Calls.json(answer);
    }

    /** A request that posts this form. */
    public HttpRequest request(URI address, String form) {
        var request =
                Calls.to(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        headers().forEach(request::header);
        return request.build();
    }
}
