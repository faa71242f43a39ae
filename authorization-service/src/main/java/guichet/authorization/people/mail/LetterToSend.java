package guichet.authorization.people.mail;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is still to be written and sent.
 *
 * @param personId null when it is for whoever has the address
 * @param client the SHA-256 of the network from which it was caused, where that is known
 * @param language of the page on which it was caused, if its reader caused it
 */
@JsonNaming(SnakeCaseStrategy.class)
record LetterToSend(
        Letter letter,
        @Nullable UUID personId,
        String address,
        @Nullable String client,
        @Nullable String language) {
    /** Never the address. */
    @Override
    public String toString() {
        return "letter " + letter;
    }
}
