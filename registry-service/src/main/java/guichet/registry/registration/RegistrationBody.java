package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.Reason;
import jakarta.inject.Singleton;

/** Reads the body of a registration or of its update: one JSON object. */
@Singleton
class RegistrationBody {
    private final SoftwareStatements statements;

    RegistrationBody(SoftwareStatements statements) {
        this.statements = statements;
    }

    /**
     * The object, with the claims of its software statement in place of its own members.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} when it is anything else, or
     *     when the statement is refused
     */
    JsonNode read(String body) {
        try {
            return statements.applied(ForeignJson.object(body));
        } catch (ForeignFault fault) {
            throw Reason.JSON_OBJECT_REQUIRED.refuse(
                    "the body must be one JSON object, each member once: it %s", fault.words());
        }
    }
}
