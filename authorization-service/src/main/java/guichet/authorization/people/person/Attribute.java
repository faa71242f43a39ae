package guichet.authorization.people.person;

import guichet.oauth.HumanReadableText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may say of themselves beside name and e-mail address, by the names of OpenID
 * Connect Core 1.0 §5.1 and, from {@link #STREET_ADDRESS} on, §5.1.1.
 */
public enum Attribute {
    GIVEN_NAME("Given name"),
    MIDDLE_NAME("Middle name"),
    FAMILY_NAME("Family name"),
    NICKNAME("Nickname"),
    GENDER("Gender"),
    BIRTHDATE("Date of birth", ValueForm.DATE),
    PHONE_NUMBER("Telephone", ValueForm.PHONE_NUMBER),
    WEBSITE("Website", ValueForm.WEB_ADDRESS),
    PROFILE("Page about you", ValueForm.WEB_ADDRESS),
    PICTURE("Address of a picture of you", ValueForm.WEB_ADDRESS),
    ZONEINFO("Time zone", ValueForm.TIME_ZONE),
    LOCALE("Language", ValueForm.LANGUAGE_TAG),
    STREET_ADDRESS("Street and number"),
    POSTAL_CODE("Postal code"),
    LOCALITY("Town"),
    REGION("Region"),
    COUNTRY("Country");

    private static final int LONGEST = 200;

    private final String label;
    private final ValueForm form;

    Attribute(String label) {
        this(label, ValueForm.TEXT);
    }

    Attribute(String label, ValueForm form) {
        this.label = label;
        this.form = form;
    }

    /** The attribute of this claim. */
    public static Optional<Attribute> of(String claim) {
        return Arrays.stream(values()).filter(it -> it.claim().equals(claim)).findFirst();
    }

    /** The name of the claim. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What forms call it. */
    public String label() {
        return label;
    }

    /** What a value looks like where any text will not do; otherwise empty. */
    public String example() {
        return form.example();
    }

    /** Whether it is part of the claim {@code address}, §5.1.1. */
    public boolean isOfAddress() {
        return compareTo(STREET_ADDRESS) >= 0;
    }

    /** Whether the value can be one. */
    public boolean allows(String value) {
        return value.length() <= LONGEST && HumanReadableText.isPlain(value) && form.allows(value);
    }
}
