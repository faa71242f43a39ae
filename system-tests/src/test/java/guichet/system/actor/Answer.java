package guichet.system.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Map;

/** An answer in JSON. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    /** Where none came. */
    public static final Answer NONE =
            new Answer(0, HttpHeaders.of(Map.of(), (_, _) -> true), MissingNode.getInstance());

    public String accessToken() {
        return text("access_token");
    }

    public String refreshToken() {
        return text("refresh_token");
    }

    public String error() {
        return text("error");
    }

    public String errorDescription() {
        return text("error_description");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The member's text; an absent one fails the test with the whole answer. */
    public String text(String member) {
        if (!body.hasNonNull(member)) {
            throw new AssertionError("no %s in %d %s".formatted(member, status, body));
        }
        return body.get(member).asText();
    }
}
