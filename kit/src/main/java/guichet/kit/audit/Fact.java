package guichet.kit.audit;

import java.util.Optional;

/** Something that is known of an event. */
public record Fact(AuditField field, Optional<String> value) {
    /** Longer texts are cut: what clients say of themselves may be as long as they like. */
    private static final int LONGEST = 500;

    Fact(AuditField field, String value) {
        this(field, Optional.of(cut(value)));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : text;
    }
}
