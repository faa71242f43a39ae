package guichet.local.demo;

import static guichet.local.terminal.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import guichet.oauth.FormEncoding;
import guichet.oauth.Sha256;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers an application and walks the three flows of the slides. */
final class Demo {
    private static final String REDIRECT_URI = "http://127.0.0.1:9999/cb";

    private final Transcript transcript = new Transcript();
    private final Messages messages;
    private final URI issuer;
    private final URI api;

    Demo(Map<String, String> environment) {
        this.messages = new Messages(transcript, new Calls(environment));
        this.issuer = Calls.issuer(environment);
        this.api = Calls.address(environment, "GUICHET_API", "http://localhost:8090");
    }

    /**
     * Walks them all.
     *
     * @throws Failure where a step has no success
     */
    void walk() {
        transcript.title("The application registers (RFC 7591)");
        JsonNode client = json(expect(201, register()));
        authorizationCode(client);
        password(client);
        clientCredentials(client);
    }

    private HttpResponse<String> register() {
        return messages.postJson(
                issuer.resolve("/register"),
                """
                {"client_name": "Ciné Club", "client_uri": "https://cine.example",\
                 "description": "Evenings in good company", "logo_uri": "https://cine.example/logo.png",\
                 "redirect_uris": ["%s"], "failure_redirect_uri": "http://127.0.0.1:9999/sorry",\
                 "grant_types": ["authorization_code", "password", "client_credentials", "refresh_token"],\
                 "token_endpoint_auth_method": "client_secret_post"}\
                """
                        .formatted(REDIRECT_URI));
    }

    private void authorizationCode(JsonNode client) {
        transcript.title("Authorization code: alice approves in her browser (RFC 6749 §4.1)");
        String verifier = random();
        String state = random();
        var login = messages.follow(expect(303, messages.get(link(client, verifier, state))));
        var signedIn =
                messages.submit(
                        expect(200, login),
                        Map.of("username", "alice", "password", "alice-opens-the-door"));
        var consent = expect(200, messages.follow(expect(303, signedIn)));
        var back =
                Messages.location(
                        expect(303, messages.submit(consent, Map.of("decision", "allow"))));
        var answer = new QueryStringDecoder(back).parameters();
        require(List.of(state).equals(answer.get("state")), "state came back changed");
        require(List.of(issuer.toString()).equals(answer.get("iss")), "iss is not the issuer");

        transcript.title("The application exchanges the code, server to server");
        JsonNode tokens =
                token(
                        client,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                answer.getOrDefault("code", List.of("")).getFirst(),
                                "redirect_uri",
                                REDIRECT_URI,
                                "code_verifier",
                                verifier));
        usesTheList(text(tokens, "access_token"));
        transcript.title("A refresh token yields the next access token (RFC 6749 §6)");
        token(
                client,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        text(tokens, "refresh_token")));
    }

    private URI link(JsonNode client, String verifier, String state) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", text(client, "client_id"));
        parameters.put("scope", "movies:read movies:write");
        parameters.put("state", state);
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("code_challenge", s256(verifier));
        parameters.put("code_challenge_method", "S256");
        return issuer.resolve("/auth?" + FormEncoding.of(parameters));
    }

    private void usesTheList(String accessToken) {
        transcript.title("The application acts as alice on the API");
        URI film = api.resolve("/my-movies/la-haine-1995");
        expect(204, messages.call("PUT", film, accessToken));
        var list = expect(200, messages.call("GET", api.resolve("/my-movies"), accessToken));
        require(list.body().contains("la-haine-1995"), "the film is not on the list");
        expect(204, messages.call("DELETE", film, accessToken));
        transcript.title("What is not allowed is refused (RFC 6750 §3.1)");
        expect(401, messages.get(api.resolve("/my-movies")));
        expect(403, messages.call("GET", api.resolve("/stats_movies"), accessToken));
    }

    private void password(JsonNode client) {
        transcript.title("Password: the application passes bob's password on (RFC 6749 §4.3)");
        JsonNode tokens =
                token(
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", "bob",
                                "password", "bob-opens-the-door"));
        expect(200, messages.call("GET", api.resolve("/my-movies"), text(tokens, "access_token")));
    }

    private void clientCredentials(JsonNode client) {
        transcript.title("Client credentials: the application acts as itself (RFC 6749 §4.4)");
        JsonNode tokens = token(client, Map.of("grant_type", "client_credentials"));
        expect(
                200,
                messages.call("GET", api.resolve("/stats_movies"), text(tokens, "access_token")));
    }

    private JsonNode token(JsonNode client, Map<String, String> grant) {
        var form = new LinkedHashMap<>(grant);
        form.put("client_id", text(client, "client_id"));
        form.put("client_secret", text(client, "client_secret"));
        JsonNode tokens = json(expect(200, messages.postForm(issuer.resolve("/token"), form)));
        require(tokens.path("expires_in").asInt() > 0, "expires_in is missing");
        return tokens;
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        require(
                answer.statusCode() == status,
                "%s %s answered %d, not %d"
                        .formatted(
                                answer.request().method(),
                                answer.uri().getPath(),
                                answer.statusCode(),
                                status));
        return answer;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new Failure(fault);
        }
    }

    private static String text(JsonNode json, String member) {
        require(json.hasNonNull(member), member + " is missing");
        return json.get(member).asText();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String s256(String verifier) {
        byte[] digest = Sha256.of(verifier);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
