package guichet.oauth.http;

/**
 * Parts of the regular expressions by which media types are read, RFC 9110 §8.3.1. They are
 * possessive: what could be taken back would need room on the stack, and strangers write long ones.
 */
public final class MediaTypeSyntax {
    /** Two names of 127 characters, RFC 6838 §4.2, and as much again of parameters. */
    public static final int LONGEST = 512;

    /** RFC 9110 §5.6.2. */
    public static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";

    /** RFC 9110 §5.6.6, without characters that a quoted text would have to escape. */
    public static final String PARAMETER = "%1$s=(?:%1$s|\"[^\"\\\\]*+\")".formatted(TOKEN);

    private MediaTypeSyntax() {}
}
