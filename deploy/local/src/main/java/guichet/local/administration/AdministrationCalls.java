package guichet.local.administration;

import static guichet.local.terminal.Calls.encoded;
import static guichet.local.terminal.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.terminal.AnswerLost;
import guichet.local.terminal.Calls;
import guichet.local.terminal.Failure;
import guichet.oauth.Reason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls the issuer as the administrator, with a token of its own, RFC 6749 §4.4. */
final class AdministrationCalls {
    private static final String CLIENT_ID = "guichet-administrator";
    private static final String IF_MATCH = "If-Match";
    private static final String FORCIBLE = "/" + Reason.RESOURCE_IN_USE.code();

    private final Calls http;
    private final URI issuer;
    private final String secret;
    private final Resource resource;

    AdministrationCalls(Calls http, URI issuer, String secret, Resource resource) {
        this.http = http;
        this.issuer = issuer;
        this.secret = secret;
        this.resource = resource;
    }

    /**
     * What is administered.
     *
     * @param path where all of it is
     * @param scope what opens it
     * @param unknown says that there is no such one
     */
    record Resource(String path, String scope, String unknown) {}

    /** The path of one below that of all. */
    static String one(String name) {
        return "/" + segment(name);
    }

    /** A segment of a path as it is written. */
    static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    /**
     * Calls without a body.
     *
     * @param path below that of all
     */
    JsonNode call(String method, String path) {
        return call(path, authorized(path).method(method, BodyPublishers.noBody()).build());
    }

    /**
     * Deletes what has this version.
     *
     * @throws Failure when it was changed since
     */
    JsonNode delete(String path, long version) {
        return call(path, authorized(path).header(IF_MATCH, tag(version)).DELETE().build());
    }

    JsonNode post(String path, JsonNode body) {
        return call(path, saying("POST", path, body).build());
    }

    /**
     * Replaces what has this version.
     *
     * @throws Failure when it was changed since
     */
    JsonNode put(String path, JsonNode body, long version) {
        return call(path, saying("PUT", path, body).header(IF_MATCH, tag(version)).build());
    }

    /** Puts what has no version in the place of what is there. */
    JsonNode put(String path, JsonNode body) {
        return call(path, saying("PUT", path, body).build());
    }

    private static String tag(long version) {
        return "\"%d\"".formatted(version);
    }

    private JsonNode call(String path, HttpRequest request) {
        HttpResponse<String> answer = http.send(request);
        if (answer.statusCode() == 404 && path.startsWith("/")) {
            throw new Failure(resource.unknown());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new Failure(
                    "%s %s: %d %s"
                            .formatted(
                                    request.method(),
                                    request.uri().getRawPath(),
                                    answer.statusCode(),
                                    fault(answer)));
        }
        return json(answer);
    }

    private HttpRequest.Builder saying(String method, String path, JsonNode body) {
        return authorized(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder authorized(String path) {
        return at(resource.path() + path).header("Authorization", "Bearer " + token());
    }

    private String token() {
        String form = "grant_type=client_credentials&scope=" + encoded(resource.scope());
        var answer =
                sent(
                        at("/token")
                                .header("Authorization", "Basic " + credentials())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        if (answer.statusCode() == 401) {
            throw new Failure(
                    "%s does not take this secret: its registry must have the same"
                                    .formatted(issuer)
                            + " GUICHET_ADMINISTRATOR_SECRET");
        }
        if (answer.statusCode() != 200) {
            throw new Failure("no token: " + fault(answer));
        }
        return json(answer).path("access_token").asText();
    }

    /** That no token came says nothing of what it was for. */
    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request);
        } catch (AnswerLost away) {
            throw new Failure("no token: " + away.getMessage(), away);
        }
    }

    /** RFC 6749 §2.3.1: both parts are form-encoded first. */
    private String credentials() {
        String credentials = CLIENT_ID + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    }

    /** Below the issuer, which may have a path of its own. */
    private HttpRequest.Builder at(String path) {
        return Calls.to(URI.create(issuer + path));
    }

    private static String fault(HttpResponse<String> answer) {
        JsonNode refusal = json(answer);
        String words = refusal.path("error_description").asText();
        return refusal.path("error_uri").asText().endsWith(FORCIBLE)
                ? words + ": that is the option --force"
                : words;
    }
}
