package guichet.registry.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.Reason;
import jakarta.inject.Singleton;

/** Reads the body of a registration or of its update: one JSON object. */
@Singleton
class RegistrationBody {
    private final ObjectReader json;
    private final SoftwareStatements statements;

    RegistrationBody(ObjectMapper mapper, SoftwareStatements statements) {
        this.statements = statements;
        this.json =
                mapper.reader()
                        .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The object, with the claims of its software statement in place of its own members.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} when it is anything else, or
     *     when the statement is refused
     */
    JsonNode read(String body) {
        try {
            JsonNode request = json.readTree(body);
            if (request.isObject()) {
                return statements.applied(request);
            }
        } catch (JsonProcessingException _) {
            // Jackson's message may quote the body: the client is told what is needed instead.
        }
        throw new InvalidRequest(
                        Reason.JSON_OBJECT_REQUIRED,
                        "the body must be one JSON object, each member once")
                .refuse();
    }
}
