package guichet.local.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.oauth.HttpAddress;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Calls an installation over HTTP. */
public final class Calls {
    /** The issuer of the local stack, unless a proxy is in front of it. */
    public static final String LOCAL_ISSUER = "http://localhost:8080";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;

    /** Trusts whom the environment says. */
    public Calls(Map<String, String> environment) {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .cookieHandler(new CookieManager())
                        .sslContext(Trust.of(environment))
                        .build();
    }

    /** The issuer that the environment names, or that of the local stack. */
    public static URI issuer(Map<String, String> environment) {
        return address(environment, "GUICHET_ISSUER", LOCAL_ISSUER);
    }

    /**
     * The address that a variable of the environment names.
     *
     * @param standard the one that is meant where it is not set
     * @throws Failure when it is none
     */
    public static URI address(Map<String, String> environment, String variable, String standard) {
        String text = environment.getOrDefault(variable, standard);
        return HttpAddress.uri(text)
                .filter(Calls::leadsSomewhere)
                .orElseThrow(() ->
                        Failure.ofUsage(
                                "%s is %s: say a web address, as in %s"
                                        .formatted(variable, text, standard)));
    }

    private static boolean leadsSomewhere(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /** A request that waits for its answer no longer than anybody would. */
    public static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    /** The answer, whatever its status. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.sendAsync(request, BodyHandlers.ofString()).join();
        } catch (CompletionException failed) {
            throw new AnswerLost(
                    "%s does not answer: %s; ./guichet up starts a stack on this machine"
                            .formatted(request.uri().resolve("/"), failed.getCause()),
                    failed);
        }
    }

    /** What an answer says; nothing if it has no body. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException _) {
            throw new Failure(
                    "%s answers %d, and not as an issuer does"
                            .formatted(answer.uri(), answer.statusCode()));
        }
    }

    /** A text as forms have it. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
