package guichet.moviesapp.language;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.Variant;
import java.text.NumberFormat;
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
        return it.in(Languages.messages((Locale) locale));
    }

    /** A number, with its thousands apart as people write them. */
    static String local(Long number, @TemplateAttribute("locale") Object locale) {
        return NumberFormat.getInstance((Locale) locale).format(number);
    }

    /**
     * A name for a message that stands out in it, wherever the language has it: the message is then
     * {@link #emphasised}.
     */
    static String marked(String name) {
        return BEGIN + name.replace(BEGIN, ' ').replace(END, ' ') + END;
    }

    /** A message, safe as HTML, in which what was {@link #marked} stands out. */
    static RawString emphasised(String message) {
        return new RawString(
                ESCAPER.map(message, null)
                        .replace(String.valueOf(BEGIN), "<strong><bdi translate=no>")
                        .replace(String.valueOf(END), "</bdi></strong>"));
    }
}
