package guichet.authorization.page;

/**
 * A field of a form, with what is wrong about it beside it.
 *
 * @param autocomplete what browsers and password managers may fill in, HTML §4.10.18.7
 * @param hint how to fill it in, or empty
 * @param fault what to change, or empty
 */
public record Field(
        String name,
        String label,
        String type,
        String autocomplete,
        String value,
        String hint,
        String fault,
        Use use) {

    /** Whether it is filled in by the person. */
    public enum Use {
        REQUIRED,
        OPTIONAL,
        FIXED
    }

    /** A field that has to be filled in. */
    public static Field required(String type, String name, String label) {
        return new Field(name, label, type, "off", "", "", "", Use.REQUIRED);
    }

    /** A field that may stay empty. */
    public static Field optional(String type, String name, String label) {
        return new Field(name, label, type, "off", "", "", "", Use.OPTIONAL);
    }

    /** A field for the name that somebody signs in with. */
    public static Field username(String value) {
        return required("text", "username", "Name to sign in with")
                .autocomplete("username")
                .value(value);
    }

    /** A field for a password that somebody chooses. */
    public static Field newPassword(String label, int shortest) {
        return required("password", "password", label)
                .autocomplete("new-password")
                .hint("%d characters or more; several words make a good one.".formatted(shortest));
    }

    public Field autocomplete(String tokens) {
        return new Field(name, label, type, tokens, value, hint, fault, use);
    }

    /** Filled in; never for a password, which no page repeats. */
    public Field value(String text) {
        return new Field(name, label, type, autocomplete, text, hint, fault, use);
    }

    public Field hint(String text) {
        return new Field(name, label, type, autocomplete, value, text, fault, use);
    }

    public Field fault(String text) {
        return new Field(name, label, type, autocomplete, value, hint, text, use);
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

    /** The identifier of the text that describes it, or empty. */
    public String describedBy() {
        if (!fault.isEmpty()) {
            return name + "-fault";
        }
        return hint.isEmpty() ? "" : name + "-hint";
    }
}
