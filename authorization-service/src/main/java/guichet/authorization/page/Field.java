package guichet.authorization.page;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import java.util.Optional;

/**
 * A field of a form, with what is wrong about it beside it.
 *
 * @param autocomplete what browsers and password managers may fill in, HTML §4.10.18.7
 * @param hint how to fill it in, if that has to be said
 * @param fault what to change, if something has to be
 */
public record Field(
        String name,
        Text label,
        String type,
        String autocomplete,
        String value,
        Optional<Text> hint,
        Optional<Text> fault,
        Use use) {

    /** Whether it is filled in by the person. */
    public enum Use {
        REQUIRED,
        OPTIONAL,
        FIXED
    }

    /** A field that has to be filled in. */
    public static Field required(String type, String name, Text label) {
        return of(type, name, label, Use.REQUIRED);
    }

    /** A field that may stay empty. */
    public static Field optional(String type, String name, Text label) {
        return of(type, name, label, Use.OPTIONAL);
    }

    private static Field of(String type, String name, Text label, Use use) {
        return new Field(name, label, type, "off", "", Optional.empty(), Optional.empty(), use);
    }

    /** A field for the name that somebody signs in with. */
    public static Field username(String value) {
        return required("text", "username", Messages::userName)
                .autocomplete("username")
                .value(value);
    }

    /** A field for a password that somebody chooses. */
    public static Field newPassword(Text label, int shortest) {
        return required("password", "password", label)
                .autocomplete("new-password")
                .hint(words -> words.passwordHint(shortest));
    }

    public Field autocomplete(String tokens) {
        return new Field(name, label, type, tokens, value, hint, fault, use);
    }

    /** Filled in; never for a password, which no page repeats. */
    public Field value(String text) {
        return new Field(name, label, type, autocomplete, text, hint, fault, use);
    }

    public Field hint(Text text) {
        return new Field(name, label, type, autocomplete, value, Optional.of(text), fault, use);
    }

    public Field fault(Text text) {
        return new Field(name, label, type, autocomplete, value, hint, Optional.of(text), use);
    }

    /** Shown, and not to be changed. */
    public Field asFixed() {
        return new Field(name, label, type, autocomplete, value, hint, fault, Use.FIXED);
    }

    public boolean isRequired() {
        return use == Use.REQUIRED;
    }

    public boolean isOptional() {
        return use == Use.OPTIONAL;
    }

    public boolean isFixed() {
        return use == Use.FIXED;
    }

    public boolean isFaulty() {
        return fault.isPresent();
    }

    /** The identifier of the text that describes it, or empty. */
    public String describedBy() {
        if (isFaulty()) {
            return name + "-fault";
        }
        return hint.isEmpty() ? "" : name + "-hint";
    }
}
