package guichet.oauth;

import java.util.regex.Pattern;

/**
 * Text of strangers that people are shown, such as the name of an application or of a person: they
 * shall see all of it, in the order in which it stands.
 *
 * <p>Formatting characters can hide or turn round what is read, so there is none, as RFC 8266 §2.1
 * has it for nicknames, but for those that names are written with: joiners between the letters of
 * scripts that join, RFC 5892 appendix A.1 and A.2, what makes one emoji of several, Unicode
 * Technical Standard 51 §2, and what chooses one of the forms that a character has, Unicode §23.4.
 */
public final class HumanReadableText {
    /** Subdivision flags: a flag, and in tags which one, UTS 51 §2.8. */
    private static final String FLAG =
            "\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,6}\\x{E007F}";

    /** An emoji joined to the next one, UTS 51 §2.7. */
    private static final String JOINED_EMOJI =
            "\\p{IsExtended_Pictographic}[\\p{IsEmoji_Modifier}\\x{FE0F}]?"
                    + "\\x{200D}(?=\\p{IsExtended_Pictographic})";

    /** Variation selectors, which are marks. */
    private static final String CHOICES =
            "\\x{180B}-\\x{180D}\\x{180F}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}";

    /** A form that is chosen, of what has several: elsewhere the choice is not seen. */
    private static final String CHOSEN_FORM =
            "[\\p{IsEmoji}&&[^0-9#*]][\\x{FE0E}\\x{FE0F}]"
                    + "|[0-9#*]\\x{FE0F}\\x{20E3}"
                    + "|\\p{IsHan}[\\x{FE00}-\\x{FE02}\\x{E0100}-\\x{E01EF}]"
                    + "|[\\p{IsMongolian}&&\\p{L}][\\x{180B}-\\x{180D}\\x{180F}]"
                    + "|[\\p{IsMyanmar}\\p{IsPhags_Pa}&&\\p{L}]\\x{FE00}";

    /** A letter joined to, or held apart from, the next one. */
    private static final String JOINED_LETTER =
            "[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHan}\\p{IsHangul}"
                    + "\\p{IsHiragana}\\p{IsKatakana}\\p{InCombining_Diacritical_Marks}"
                    + CHOICES
                    + "]][\\x{200C}\\x{200D}](?=[\\p{L}\\p{M}])";

    /** A joiner after a sign that kills a vowel, which may end a word in Malayalam or Sinhala. */
    private static final String JOINED_END =
            "[\\p{Mn}&&[^\\p{InCombining_Diacritical_Marks}"
                    + CHOICES
                    + "]]\\x{200D}(?![\\x{200C}\\x{200D}])";

    private static final Pattern NEEDED =
            Pattern.compile(
                    String.join("|", FLAG, JOINED_EMOJI, CHOSEN_FORM, JOINED_LETTER, JOINED_END));

    /**
     * Controls, formatting, line ends, halves of characters, what is no character yet or for
     * everybody (but for emoji to come), and the letters and marks that look like nothing.
     */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}"
                            + "[\\p{Cn}&&[^\\p{IsExtended_Pictographic}]]"
                            + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{2800}\\x{3164}\\x{FFA0}"
                            + "\\x{13441}\\x{13442}\\x{16FE4}\\x{1D159}"
                            + CHOICES
                            + "]");

    /** So many as no language writes: they hide what stands around them. */
    private static final Pattern STACKED =
            Pattern.compile("[\\p{IsInherited}&&\\p{M}]{5,}|\\p{M}{9,}");

    private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{M}\\s]");

    private HumanReadableText() {}

    /** Whether people see all that is in the text. */
    public static boolean isPlain(String text) {
        return !HIDDEN.matcher(NEEDED.matcher(text).replaceAll("x")).find()
                && !STACKED.matcher(text).find();
    }

    /** Whether people see nothing of the text. */
    public static boolean isBlank(String text) {
        return !SEEN.matcher(text).find();
    }
}
