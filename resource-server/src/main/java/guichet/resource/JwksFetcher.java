package guichet.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** Fetches the issuer's JWK Set, RFC 7517 §5. */
@ApplicationScoped
class JwksFetcher {
    private static final Duration SHORTEST_AGE = Duration.ofSeconds(10);
    private static final Duration LONGEST_AGE = Duration.ofHours(1);
    private static final Duration UNTOLD_AGE = Duration.ofMinutes(5);
    private static final Pattern MAX_AGE =
            Pattern.compile("\\bmax-age=\"?(\\d{1,9})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_CACHED =
            Pattern.compile("\\bno-(cache|store)\\b", Pattern.CASE_INSENSITIVE);

    private final BoundedFetch http;
    private final URI address;

    JwksFetcher(BoundedFetch http, ResourceConfig config) {
        this.http = http;
        this.address = config.jwksUri();
    }

    /**
     * Asks once; whatever goes wrong is a result, never an exception. Caches on the way are passed
     * by: what they have may be a key that was withdrawn.
     *
     * @param etag of the keys that are there; empty when there are none
     */
    CompletableFuture<Result> fetch(String etag) {
        var request = HttpRequest.newBuilder(address).header("Cache-Control", "no-cache");
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.fetch(
                request.GET().build(),
                JwksFetcher::read,
                failure -> new NotFetched(failure.toString()));
    }

    private static Result read(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> keys(answer);
            case 304 -> new Unchanged(maxAge(answer));
            default -> new NotFetched("status " + answer.statusCode());
        };
    }

    private static Result keys(HttpResponse<String> answer) {
        Map<String, PublishedKey> keys = keysIn(answer.body());
        String etag = answer.headers().firstValue("ETag").orElse("");
        return keys.isEmpty()
                ? new NotFetched("no key in it")
                : new Fetched(keys, maxAge(answer), etag);
    }

    private static Map<String, PublishedKey> keysIn(String jwks) {
        try {
            return new JsonWebKeySet(jwks)
                    .getJsonWebKeys().stream()
                            .filter(JwksFetcher::isForSignatures)
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            JsonWebKey::getKeyId,
                                            PublishedKey::of,
                                            (first, _) -> first));
        } catch (JoseException | RuntimeException malformed) { // jose4j casts what it reads
            throw new IllegalArgumentException("not a JWK Set", malformed);
        }
    }

    /** Only public keys: a symmetric one in a public place is nobody's secret. */
    private static boolean isForSignatures(JsonWebKey jwk) {
        return jwk instanceof PublicJsonWebKey
                && jwk.getKeyId() != null
                && (jwk.getUse() == null || jwk.getUse().equals(Use.SIGNATURE));
    }

    private static Duration maxAge(HttpResponse<String> answer) {
        String control = String.join(",", answer.headers().allValues("Cache-Control"));
        if (NOT_CACHED.matcher(control).find()) {
            return SHORTEST_AGE;
        }
        Matcher matcher = MAX_AGE.matcher(control);
        return matcher.find()
                ? withinBounds(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                : UNTOLD_AGE;
    }

    private static Duration withinBounds(Duration age) {
        if (age.compareTo(SHORTEST_AGE) < 0) {
            return SHORTEST_AGE;
        }
        return age.compareTo(LONGEST_AGE) > 0 ? LONGEST_AGE : age;
    }

    /** What came of it. */
    sealed interface Result {}

    /** Keys by {@code kid}, one or more, and the name of this state of them. */
    record Fetched(Map<String, PublishedKey> keys, Duration maxAge, String etag)
            implements Result {}

    /** The keys that are there are the latest. */
    record Unchanged(Duration maxAge) implements Result {}

    /** Nothing of use. */
    record NotFetched(String reason) implements Result {}
}
