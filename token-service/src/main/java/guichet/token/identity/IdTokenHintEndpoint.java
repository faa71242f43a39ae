package guichet.token.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.internal.CallableBy;
import guichet.oauth.OpaqueToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;

/**
 * Reads ID tokens that came back as hints, for authorization-service; {@code docs/internal-api.md}.
 */
@Path("/internal/id-token-hints")
@CallableBy("authorization")
@RunOnVirtualThread
class IdTokenHintEndpoint {
    private final IdTokenReader reader;

    IdTokenHintEndpoint(IdTokenReader reader) {
        this.reader = reader;
    }

    @POST
    public Hint read(Question question) {
        return reader.read(OpaqueToken.of(question.idTokenHint()))
                .orElseThrow(NotFoundException::new);
    }

    /** The token that came back. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Question(String idTokenHint) {
        Question {
            requireNonNull(idTokenHint, "id_token_hint");
        }

        @Override
        public String toString() {
            return "Question[masked]";
        }
    }

    /** Whom it is about, for which client, and of which session. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Hint(String subject, String clientId, Optional<String> sid) {}
}
