package guichet.moviesapp.neighbour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Stands for the OpenID provider, over real HTTP: signs alice in without a question, and lies about
 * her when told to. The real one is met in the system tests.
 */
public final class Provider implements QuarkusTestResourceLifecycleManager {
    private static final RsaJsonWebKey KEY = key();
    private static final List<Map<String, String>> AUTHORIZATION_REQUESTS =
            new CopyOnWriteArrayList<>();
    private static final List<Map<String, String>> TOKEN_REQUESTS = new CopyOnWriteArrayList<>();

    private static HttpServer server;
    private static UnaryOperator<JwtClaims> lie = claims -> claims;
    private static String error = "";
    private static String locale = "";

    @Override
    public Map<String, String> start() {
        open(0);
        return Map.of("guichet.issuer", issuer());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Goes away, as it does when it is restarted. */
    public static int leaves() {
        int port = server.getAddress().getPort();
        server.stop(0);
        return port;
    }

    /** Comes back at the port. */
    public static void open(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", Provider::configuration);
        server.createContext("/auth", Provider::authorization);
        server.createContext("/token", Provider::token);
        server.createContext(
                "/userinfo",
                call ->
                        answer(
                                call,
                                200,
                                "{\"sub\":\"alice\",\"name\":\"Alice <3\",\"locale\":\"%s\"}"
                                        .formatted(locale)));
        server.createContext(
                "/jwks", call -> answer(call, 200, "{\"keys\":[%s]}".formatted(KEY.toJson())));
        server.createContext("/logout", call -> answer(call, 200, "{}"));
        server.start();
        behaves();
    }

    /** Tells the truth again. */
    public static void behaves() {
        lie = claims -> claims;
        error = "";
        locale = "";
    }

    /**
     * From now on it says of the person what their language is; what it said for a token is kept.
     */
    public static void tellsLocale(String locale) {
        Provider.locale = locale;
    }

    /** Changes what its ID tokens say. */
    public static void lies(UnaryOperator<JwtClaims> change) {
        lie = change;
    }

    /** Answers authorization and token requests with this error. */
    public static void refuses(String code) {
        error = code;
    }

    public static String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public static Map<String, String> lastAuthorizationRequest() {
        return AUTHORIZATION_REQUESTS.getLast();
    }

    public static Map<String, String> lastTokenRequest() {
        return TOKEN_REQUESTS.getLast();
    }

    private static void configuration(HttpExchange call) throws IOException {
        answer(
                call,
                200,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "jwks_uri": "%1$s/jwks",
                 "end_session_endpoint": "%1$s/logout"}\
                """
                        .formatted(issuer()));
    }

    private static void authorization(HttpExchange call) throws IOException {
        Map<String, String> request = parameters(call.getRequestURI().getRawQuery());
        AUTHORIZATION_REQUESTS.add(request);
        String result =
                error.isEmpty() ? "code=a-code" : "error=" + error + "&error_description=Call+0900";
        call.getResponseHeaders()
                .add(
                        "Location",
                        "%s?%s&state=%s"
                                .formatted(
                                        request.get("redirect_uri"), result, request.get("state")));
        call.sendResponseHeaders(303, -1);
        call.close();
    }

    private static void token(HttpExchange call) throws IOException {
        Map<String, String> request =
                parameters(
                        new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        TOKEN_REQUESTS.add(request);
        if (!error.isEmpty()) {
            answer(call, 400, "{\"error\":\"%s\"}".formatted(error));
        } else if ("client_credentials".equals(request.get("grant_type"))) {
            answer(call, 200, tokens("the-applications-token", ""));
        } else {
            answer(
                    call,
                    200,
                    tokens(
                            "alices-token" + locale,
                            ", \"refresh_token\": \"r\", \"id_token\": \"%s\""
                                    .formatted(idToken())));
        }
    }

    private static String tokens(String accessToken, String members) {
        return """
        {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600%s}\
        """
                .formatted(accessToken, members);
    }

    private static String idToken() {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setSubject("alice");
        claims.setAudience("movies-app");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("nonce", lastAuthorizationRequest().get("nonce"));
        var signature = new JsonWebSignature();
        signature.setPayload(lie.apply(claims).toJson());
        signature.setKey(KEY.getPrivateKey());
        signature.setKeyIdHeaderValue(KEY.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("the-key");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
