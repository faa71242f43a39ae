package guichet.authorization.people.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.Optional;

/**
 * A way to a new password: handed over by the administrator, or mailed.
 *
 * @param link good once, for half an hour; absent when it is mailed
 * @param mailedTo the address; absent when it is answered
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResetLink(String username, Optional<URI> link, Optional<String> mailedTo) {
    @Override
    public String toString() {
        return "ResetLink[for %s]".formatted(username);
    }
}
