package guichet.system.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** An answer of the provider to a call from a server. */
record Reply(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The media type, without parameters. */
    String mediaType() {
        return header("Content-Type").split(";")[0];
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON in %d %s".formatted(status(), body()), e);
        }
    }

    /** A member's text; its absence fails the test with the whole answer. */
    String text(String member) {
        if (!json().hasNonNull(member)) {
            throw new AssertionError("no %s in %d %s".formatted(member, status(), body()));
        }
        return json().get(member).asText();
    }
}
