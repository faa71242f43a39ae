package guichet.resource;

import guichet.oauth.SignatureAlgorithms;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Fetches status lists and believes those that the issuer signed, Token Status List §8.3. */
@ApplicationScoped
class StatusListFetcher {
    /** Whatever the issuer chooses for its lists; the API's choice is about its own tokens. */
    private static final String[] ALGORITHMS =
            SignatureAlgorithms.WITH_KEY_PAIR.toArray(String[]::new);

    private final CurrentTime time;
    private final BoundedFetch http;
    private final IssuerKeys keys;
    private final ResourceConfig config;
    private final String published;

    StatusListFetcher(
            CurrentTime time,
            BoundedFetch http,
            IssuerKeys keys,
            ResourceConfig config,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.time = time;
        this.http = http;
        this.keys = keys;
        this.config = config;
        this.published = issuer + "/status-lists/";
    }

    /** Whether the issuer publishes a list under this address. */
    boolean isIssuers(String uri) {
        return uri.startsWith(published) && isNumber(uri.substring(published.length()));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    /**
     * Asks once; whatever goes wrong is a result, never an exception.
     *
     * @param uri one of the issuer's, as tokens name it
     * @param etag of the list that is there; empty when there is none
     */
    CompletableFuture<Result> fetch(String uri, String etag) {
        String number = uri.substring(published.length());
        var request = HttpRequest.newBuilder(URI.create(config.status().listsUri() + "/" + number));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.fetch(
                request.GET().build(),
                answer -> read(answer, uri),
                failure -> new NotFetched(failure.toString()));
    }

    private Result read(HttpResponse<String> answer, String uri) {
        return switch (answer.statusCode()) {
            case 200 -> verified(answer, uri);
            case 304 -> new Unchanged();
            default -> new NotFetched("status " + answer.statusCode());
        };
    }

    private Result verified(HttpResponse<String> answer, String uri) {
        try {
            JwtClaims claims = claims(answer.body(), uri);
            var list = StatusList.of(claims.getClaimValue("status_list", Map.class));
            return new Fetched(list, answer.headers().firstValue("ETag").orElse(""));
        } catch (InvalidJwtException | MalformedClaimException | IOException e) {
            return new NotFetched("not a status list that the issuer signed: " + e.getMessage());
        }
    }

    private JwtClaims claims(String token, String uri) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setExpectedType(true, "statuslist+jwt")
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS))
                .setVerificationKeyResolver(keys)
                .setExpectedSubject(uri)
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(time.now().toEpochMilli()))
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }

    /** What came of it. */
    sealed interface Result {}

    /** A list, and the name of this state of it. */
    record Fetched(StatusList list, String etag) implements Result {}

    /** The list that is there is the latest. */
    record Unchanged() implements Result {}

    /** Nothing of use. */
    record NotFetched(String reason) implements Result {}
}
