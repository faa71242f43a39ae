package guichet.authorization.mail;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is still to be written and sent.
 *
 * @param personId null when it is for whoever has the address
 */
@JsonNaming(SnakeCaseStrategy.class)
record LetterToSend(Letter letter, @Nullable UUID personId, String address) {
    /** Never the address. */
    @Override
    public String toString() {
        return "letter " + letter;
    }
}
