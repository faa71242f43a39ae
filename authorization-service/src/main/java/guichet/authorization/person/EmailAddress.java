package guichet.authorization.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, as people write them: RFC 5322 §3.4.1 without comments and quoted parts.
 *
 * @param value as the person wrote it
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile(
                    "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
                            + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    public EmailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address that this text is, if it is one. */
    public static Optional<EmailAddress> parse(String text) {
        return Optional.of(text.strip()).filter(EmailAddress::isOne).map(EmailAddress::new);
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** The form in which addresses are compared. */
    public String normalized() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
