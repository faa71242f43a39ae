package guichet.registry.logo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kinds of images that are shown, told by their first bytes as browsers do, WHATWG MIME
 * Sniffing §6.1, and never by what their server calls them. SVG is none of them: it is a document,
 * with scripts and addresses in it.
 */
enum ImageType {
    PNG("image/png", "\\x89PNG\\r\\n\\x1a\\n"),
    JPEG("image/jpeg", "\\xff\\xd8\\xff"),
    GIF("image/gif", "GIF8[79]a"),
    WEBP("image/webp", "RIFF.{4}WEBPVP");

    private static final int LONGEST_BEGINNING = 16;

    private final String mediaType;
    private final Pattern beginning;

    ImageType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** The kind of this content; empty for anything else. */
    static Optional<ImageType> of(byte[] content) {
        int length = Math.min(content.length, LONGEST_BEGINNING);
        String first = new String(content, 0, length, ISO_8859_1);
        return Stream.of(values())
                .filter(it -> it.beginning.matcher(first).lookingAt())
                .findFirst();
    }

    /** Its media type, for example {@code image/png}. */
    String mediaType() {
        return mediaType;
    }
}
