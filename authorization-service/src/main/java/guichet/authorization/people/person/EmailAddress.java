package guichet.authorization.people.person;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.oauth.HttpAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, as people write them: RFC 5322 §3.4.1 without comments and quoted parts.
 *
 * @param value as the person wrote it, in ASCII; those of before may have other letters
 */
public record EmailAddress(String value) {
    /** What to write instead of what is none. */
    public static final Text ADVICE = Messages::emailRule;

    private static final int LONGEST = 254;
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");
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

    /**
     * The address that this text is, if it is one that letters reach: the host as DNS has it, and
     * before it ASCII alone, since our mail does not speak RFC 6531. What only looks otherwise is
     * made the same first, so that no two addresses are taken for one later on.
     */
    public static Optional<EmailAddress> parse(String text) {
        return Optional.of(Normalizer.normalize(text.strip(), Form.NFKC))
                .filter(EmailAddress::isOne)
                .flatMap(EmailAddress::withAsciiHost)
                .filter(StandardCharsets.US_ASCII.newEncoder()::canEncode)
                .filter(EmailAddress::isOne)
                .map(EmailAddress::new);
    }

    private static Optional<String> withAsciiHost(String text) {
        int host = text.indexOf('@') + 1;
        return HttpAddress.of("https://" + text.substring(host))
                .map(it -> text.substring(0, host) + it.host());
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** The form in which addresses are compared: no letter but A to Z has another one. */
    public String normalized() {
        return CAPITALS.matcher(value).replaceAll(it -> it.group().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
