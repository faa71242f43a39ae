package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Fetches the issuer's JWK Set, RFC 7517 §5, within bounds of time and size. */
@ApplicationScoped
class JwksFetcher {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LARGEST_BYTES = 100_000;
    private static final Duration SHORTEST_AGE = Duration.ofSeconds(10);
    private static final Duration LONGEST_AGE = Duration.ofHours(1);
    private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=(\\d{1,9})\\b");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;

    JwksFetcher(ResourceConfig config) {
        this.address = config.jwksUri();
    }

    Result fetch() {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            return read(
                    http.send(
                            request,
                            BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BYTES)));
        } catch (IOException | JoseException e) {
            return new NotFetched(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotFetched("interrupted");
        }
    }

    private static Result read(HttpResponse<String> answer) throws JoseException {
        if (answer.statusCode() != 200) {
            return new NotFetched("status " + answer.statusCode());
        }
        Map<String, Key> keys =
                new JsonWebKeySet(answer.body())
                        .getJsonWebKeys().stream()
                                .filter(jwk -> jwk instanceof PublicJsonWebKey)
                                .filter(jwk -> jwk.getKeyId() != null)
                                .collect(
                                        Collectors.toMap(
                                                jwk -> jwk.getKeyId(),
                                                jwk -> jwk.getKey(),
                                                (first, _) -> first));
        return keys.isEmpty() ? new NotFetched("no key in it") : new Fetched(keys, maxAge(answer));
    }

    private static Duration maxAge(HttpResponse<String> answer) {
        Matcher matcher = MAX_AGE.matcher(answer.headers().firstValue("Cache-Control").orElse(""));
        var age =
                matcher.find()
                        ? Duration.ofSeconds(Long.parseLong(matcher.group(1)))
                        : SHORTEST_AGE;
        if (age.compareTo(SHORTEST_AGE) < 0) {
            return SHORTEST_AGE;
        }
        return age.compareTo(LONGEST_AGE) > 0 ? LONGEST_AGE : age;
    }

    /** What came of it. */
    sealed interface Result {}

    /** Keys by {@code kid}, one or more. */
    record Fetched(Map<String, Key> keys, Duration maxAge) implements Result {}

    /** Nothing of use. */
    record NotFetched(String reason) implements Result {}
}
