package guichet.authorization.language;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.Variant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** What templates write differently in each language. */
@TemplateExtension
final class LocalText {
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    private LocalText() {}

    /** The text in the language of the page. */
    static String text(Text it, @TemplateAttribute("locale") Object locale) {
        return it.in(Languages.messages(locale(locale)));
    }

    /** A time of day in a zone, as people write it. */
    static String at(Instant time, ZoneId zone, @TemplateAttribute("locale") Object locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale(locale))
                .withZone(zone)
                .format(time);
    }

    private static Locale locale(Object locale) {
        return (Locale) locale;
    }

    /**
     * A name for a message that stands out in it, wherever the language has it: the message is then
     * {@link #emphasised} or {@link #isolated}.
     */
    static String marked(String name) {
        return BEGIN + name.replace(BEGIN, ' ').replace(END, ' ') + END;
    }

    /** A message, safe as HTML, in which what was {@link #marked} stands out. */
    static RawString emphasised(String message) {
        return named(message, "<strong><bdi translate=no>", "</bdi></strong>");
    }

    /** The same, in which it stands apart only where it is written in another direction. */
    static RawString isolated(String message) {
        return named(message, "<bdi translate=no>", "</bdi>");
    }

    private static RawString named(String message, String begin, String end) {
        return new RawString(
                ESCAPER.map(message, null)
                        .replace(String.valueOf(BEGIN), begin)
                        .replace(String.valueOf(END), end));
    }
}
