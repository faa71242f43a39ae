package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-5.1")
class AttributeTest {
    @ParameterizedTest
    @CsvSource({
        "GIVEN_NAME, Zoë",
        "BIRTHDATE, 1987-10-16",
        "BIRTHDATE, 1987",
        "BIRTHDATE, 0000-02-29",
        "PHONE_NUMBER, +1 (425) 555-1212",
        "PHONE_NUMBER, +33199001234",
        "WEBSITE, https://alice.example",
        "PICTURE, HTTP://alice.example/me.jpg",
        "ZONEINFO, America/Los_Angeles",
        "LOCALE, en",
        "LOCALE, fr-CA"
    })
    void what_the_standard_describes_is_allowed(Attribute attribute, String value) {
        assertThat(attribute.allows(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTHDATE, 16.10.1987",
        "BIRTHDATE, 1987-02-29",
        "BIRTHDATE, 1987-10",
        "PHONE_NUMBER, 01 99 00 12 34",
        "PHONE_NUMBER, +33 one",
        "WEBSITE, javascript:alert(1)",
        "PROFILE, alice.example",
        "PICTURE, 'https://alice.example/a b.jpg'",
        "PICTURE, 'data:image/png;base64,AA'",
        "ZONEINFO, Paris",
        "LOCALE, fr_CA_and_more",
        "LOCALE, 'not a language'"
    })
    void what_another_application_could_not_read_is_not(Attribute attribute, String value) {
        assertThat(attribute.allows(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NICKNAME", "STREET_ADDRESS"})
    void nothing_is_longer_than_two_hundred_characters(Attribute attribute) {
        assertThat(attribute.allows("x".repeat(200))).isTrue();
        assertThat(attribute.allows("x".repeat(201))).isFalse();
    }
}
