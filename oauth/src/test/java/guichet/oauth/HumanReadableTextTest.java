package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8266-2.1")
class HumanReadableTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ciné Club",
                "O'Brien-Smith, Jr.",
                "映画クラブ",
                "葛\uDB40\uDD00城",
                "שלום",
                "Nguyễn",
                "Cafe\u0301",
                "I ♥\uFE0F films",
                "\u1820\u180B\u1821",
                "ပြည်ထောင်စုကြီး",
                "مُحَمَّدٌ"
            })
    void names_of_any_script_are_plain(String name) {
        assertThat(HumanReadableText.isPlain(name)).isTrue();
    }

    @Tag("RFC5892-A.1")
    @Tag("RFC5892-A.2")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم فیلم",
                "क्\u200Dष film",
                "ශ්\u200Dරී",
                "അവന്\u200D",
                "ক্\u200Cষ"
            })
    void joiners_stand_between_the_letters_of_scripts_that_join(String name) {
        assertThat(HumanReadableText.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Famille 👨\u200D👩\u200D👧 Ciné",
                "👩🏽\u200D🚀",
                "🏳\uFE0F\u200D🌈",
                "❤\uFE0F\u200D🔥",
                "1\uFE0F\u20E3",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F"
            })
    void emoji_are_made_of_several_characters(String name) {
        assertThat(HumanReadableText.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank\u202Egnp.exe",
                "\u2066a\u2069",
                "a\u200Eb",
                "a\u061Cb",
                "a\u0000b",
                "a\tb",
                "line\nfeed",
                "next\u0085line",
                "line\u2028separator",
                "zero\u200Bwidth",
                "soft\u00ADhyphen",
                "word\u2060joiner",
                "\uFEFFmark",
                "pay\u200Dpal",
                "раy\u200Cpal",
                "e\u0301\u200Dx",
                "فی\u200C\u200Cلم",
                "\u200Cفیلم",
                "فیلم\u200C",
                "👨\u200Dx",
                "👨\u200D",
                "tag\uDB40\uDC61",
                "🏴\uDB40\uDC67",
                "\uFE0Fx",
                "♥\uFE0F\uFE0F",
                "Paypa\uFE0Fl",
                "Paypa\uFE0F\u200Dl",
                "Room 1\uFE0F0",
                "A\uDB40\uDD00dmin",
                "A\u180Bdmin",
                "葛\uFE0F城",
                "filler\u3164",
                "Gui\u2065chet",
                "Gui\uFFF0chet",
                "Gui\uDB40\uDC80chet",
                "Gui\uDB40\uDDF0chet",
                "Gui\uDB43\uDFFFchet",
                "Gui\uD834\uDD59chet",
                "Gui\uD81B\uDFE4chet",
                "Gui\uE000chet",
                "half \uD83D",
                "not\uFFFE"
            })
    void what_hides_or_turns_round_what_is_read_is_not_plain(String name) {
        assertThat(HumanReadableText.isPlain(name)).isFalse();
    }

    @Test
    void marks_that_cover_their_surroundings_are_not_plain() {
        assertThat(HumanReadableText.isPlain("e" + "\u0336".repeat(4))).isTrue();
        assertThat(HumanReadableText.isPlain("e" + "\u0336".repeat(5))).isFalse();
        assertThat(HumanReadableText.isPlain("က" + "ျ".repeat(9))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000\u2003", "\u0301"})
    void of_blanks_nothing_is_seen(String name) {
        assertThat(HumanReadableText.isBlank(name)).isTrue();
    }

    @Test
    void of_a_name_something_is_seen() {
        assertThat(HumanReadableText.isBlank(" Li ")).isFalse();
    }
}
