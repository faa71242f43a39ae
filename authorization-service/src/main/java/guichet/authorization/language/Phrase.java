package guichet.authorization.language;

/**
 * A text that others said, perhaps in another language than that of the page.
 *
 * @param language in which it is, BCP 47; empty for that of the page
 */
public record Phrase(Text text, String language) {
    /** One of ours, in the language of the page. */
    public static Phrase of(Text text) {
        return new Phrase(text, "");
    }
}
