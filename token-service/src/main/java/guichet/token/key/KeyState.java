package guichet.token.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a key is in its life; it follows from the time and is stored nowhere. */
public enum KeyState {
    /** Published, and not yet used. */
    ANNOUNCED,
    /** What is signed by its algorithm is signed with it. */
    SIGNING,
    /** Published for the tokens that it signed. */
    RETIRED;

    /** The word on the wire. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
