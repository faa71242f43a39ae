package guichet.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.trust.Trust;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Registers an application and walks the three flows of the slides. */
final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REDIRECT_URI = "http://127.0.0.1:9999/cb";

    private final Transcript transcript = new Transcript();
    private final Map<String, String> environment;
    private final URI issuer;
    private final URI api;

    Demo(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.issuer = setting("GUICHET_ISSUER", "http://localhost:8080");
        this.api = setting("GUICHET_API", "http://localhost:8090");
    }

    private URI setting(String name, String standard) {
        return URI.create(environment.getOrDefault(name, standard));
    }

    /**
     * Walks them all.
     *
     * @throws DemoFailure where a step has no success
     */
    void walk() {
        var messages = new Messages(transcript, Trust.of(environment));
        transcript.title("The application registers (RFC 7591)");
        JsonNode client = json(expect(201, register(messages)));
        authorizationCode(messages, client);
        password(messages, client);
        clientCredentials(messages, client);
    }

    private HttpResponse<String> register(Messages messages) {
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

    private void authorizationCode(Messages messages, JsonNode client) {
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
        Map<String, String> answer = parameters(back);
        require(state.equals(answer.get("state")), "state came back changed");
        require(issuer.toString().equals(answer.get("iss")), "iss is not the issuer");

        transcript.title("The application exchanges the code, server to server");
        JsonNode tokens =
                token(
                        messages,
                        client,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                answer.getOrDefault("code", ""),
                                "redirect_uri",
                                REDIRECT_URI,
                                "code_verifier",
                                verifier));
        usesTheList(messages, text(tokens, "access_token"));
        transcript.title("A refresh token yields the next access token (RFC 6749 §6)");
        token(
                messages,
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
        return issuer.resolve("/auth?" + Messages.encode(parameters));
    }

    private void usesTheList(Messages messages, String accessToken) {
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

    private void password(Messages messages, JsonNode client) {
        transcript.title("Password: the application passes bob's password on (RFC 6749 §4.3)");
        JsonNode tokens =
                token(
                        messages,
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", "bob",
                                "password", "bob-opens-the-door"));
        expect(200, messages.call("GET", api.resolve("/my-movies"), text(tokens, "access_token")));
    }

    private void clientCredentials(Messages messages, JsonNode client) {
        transcript.title("Client credentials: the application acts as itself (RFC 6749 §4.4)");
        JsonNode tokens = token(messages, client, Map.of("grant_type", "client_credentials"));
        expect(
                200,
                messages.call("GET", api.resolve("/stats_movies"), text(tokens, "access_token")));
    }

    private JsonNode token(Messages messages, JsonNode client, Map<String, String> grant) {
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
            throw new DemoFailure(fault);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException _) {
            throw new DemoFailure(answer.uri().getPath() + " answered no JSON");
        }
    }

    private static String text(JsonNode json, String member) {
        require(json.hasNonNull(member), member + " is missing");
        return json.get(member).asText();
    }

    private static Map<String, String> parameters(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : address.getQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return parameters;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String s256(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
