package guichet.authorization.people.person;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.HumanReadableText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may say of themselves beside name and e-mail address, by the names of OpenID
 * Connect Core 1.0 §5.1 and, from {@link #STREET_ADDRESS} on, §5.1.1.
 */
public enum Attribute {
    GIVEN_NAME(Messages::givenName),
    MIDDLE_NAME(Messages::middleName),
    FAMILY_NAME(Messages::familyName),
    NICKNAME(Messages::nickname),
    GENDER(Messages::gender),
    BIRTHDATE(Messages::birthdate, ValueForm.DATE),
    PHONE_NUMBER(Messages::phoneNumber, ValueForm.PHONE_NUMBER),
    WEBSITE(Messages::website, ValueForm.WEB_ADDRESS),
    PROFILE(Messages::profilePage, ValueForm.WEB_ADDRESS),
    PICTURE(Messages::picture, ValueForm.WEB_ADDRESS),
    ZONEINFO(Messages::timeZone, ValueForm.TIME_ZONE),
    LOCALE(Messages::locale, ValueForm.LANGUAGE_TAG),
    STREET_ADDRESS(Messages::streetAddress),
    POSTAL_CODE(Messages::postalCode),
    LOCALITY(Messages::locality),
    REGION(Messages::region),
    COUNTRY(Messages::country);

    private static final int LONGEST = 200;

    private final Text label;
    private final ValueForm form;

    Attribute(Text label) {
        this(label, ValueForm.TEXT);
    }

    Attribute(Text label, ValueForm form) {
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
    public Text label() {
        return label;
    }

    /** What a value looks like where any text will not do. */
    public Optional<Text> example() {
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
