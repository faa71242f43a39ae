package guichet.oauth;

/**
 * The words of {@code error_description}: of %x20-21 / %x23-5B / %x5D-7E alone, RFC 6749 §4.1.2.1
 * and §5.2, RFC 6750 §3, whatever was put into them, and short enough for an address.
 */
public final class ErrorDescription {
    private static final int LONGEST = 500;

    private ErrorDescription() {}

    /** The same words with what is not allowed replaced. */
    public static String of(String words) {
        var allowed = new StringBuilder();
        words.codePoints()
                .limit(LONGEST)
                .map(ErrorDescription::allowed)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static int allowed(int character) {
        if (character < ' ' || character > '~') {
            return '?';
        }
        return switch (character) {
            case '"' -> '\'';
            case '\\' -> '/';
            default -> character;
        };
    }
}
